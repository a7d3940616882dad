package io.kilowatch.aggregator.evidence.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Compares JSON that a file tells with the same computed again, and names every place that differs. */
final class Comparison {
    /** What names an element of an array, if it has one of them. */
    private static final List<String> LABELS = List.of("id", "input", "carrier", "meter", "level", "code", "month");

    private static final int LONGEST = 160;

    private final Findings findings;
    private final String what;
    private int said;

    /** One whose findings are of a figure. */
    Comparison(Findings findings, String what) {
        this.findings = findings;
        this.what = what;
    }

    /** Whether both are the same; numbers and texts must be so to the last digit. */
    boolean same(String path, JsonNode told, JsonNode computed) {
        if (told.equals(computed)) {
            return true;
        }
        if (told.isObject() && computed.isObject()) {
            SortedSet<String> names = new TreeSet<>();
            told.fieldNames().forEachRemaining(names::add);
            computed.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> same(path + '.' + name, told.path(name), computed.path(name)));
        } else if (told.isArray() && computed.isArray() && told.size() == computed.size()) {
            for (int i = 0; i < told.size(); i++) {
                same(path + '[' + label(i, told.get(i), computed.get(i)) + ']', told.get(i), computed.get(i));
            }
        } else if (!findings.isFull(said++)) {
            findings.same(what, path + DataFile.of(path), text(told), text(computed));
        }
        return false;
    }

    private static String label(int index, JsonNode told, JsonNode computed) {
        for (String field : LABELS) {
            String label = computed.path(field).asText();
            if (!label.isEmpty() && label.equals(told.path(field).asText())) {
                return label;
            }
        }
        return Integer.toString(index);
    }

    private static String text(JsonNode node) {
        String text = node.isMissingNode() ? "-" : node.isValueNode() ? node.asText() : node.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + '…' : text;
    }
}
