package io.kilowatch.simulators.replay;

import java.io.PrintStream;
import java.util.function.Consumer;

/** Tells of bad rows, the first of them one by one and the rest as a number. */
final class BadRows implements Consumer<BadRow> {
    private static final int TOLD = 50;

    private final PrintStream out;
    private long count;

    BadRows(PrintStream out) {
        this.out = out;
    }

    @Override
    public void accept(BadRow row) {
        count++;
        if (count <= TOLD) {
            out.println(row.file() + ':' + row.line() + ": skipped: " + row.reason());
        } else if (count == TOLD + 1) {
            out.println("more bad rows follow; they are only counted");
        }
    }

    long count() {
        return count;
    }
}
