package io.kilowatch.aggregator.evidence.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found, line by line, in both languages. */
final class Findings {
    private static final int MOST_OF_ONE = 20;

    private final List<String> lines = new ArrayList<>();
    private boolean differs;

    void say(String zh, String en) {
        lines.add(zh + " / " + en);
    }

    void agrees(String what, String zh, String en) {
        lines.add("一致 agrees   " + what + "  " + zh + " / " + en);
    }

    void differs(String what, String zh, String en) {
        differs = true;
        lines.add("不符 differs  " + what + "  " + zh + " / " + en);
    }

    /** The same number told twice; gives whether both are the same. */
    <T> boolean same(String what, String name, T told, T computed) {
        if (told.equals(computed)) {
            return true;
        }
        differs(
                what,
                name + " 文件为 " + text(told) + "，重算为 " + text(computed),
                name + " is " + text(told) + " in the file and " + text(computed) + " computed again");
        return false;
    }

    private static String text(Object told) {
        return told instanceof Optional<?> optional
                ? optional.map(Object::toString).orElse("-")
                : told.toString();
    }

    boolean isFull(int said) {
        return said >= MOST_OF_ONE;
    }

    boolean hasDifferences() {
        return differs;
    }

    List<String> lines() {
        return lines;
    }
}
