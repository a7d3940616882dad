package io.kilowatch.simulators.feed;

import java.io.PrintStream;
import java.util.function.Consumer;

/** Tells of bad rows, the first of them one by one and the rest as a number. */
public final class BadRows implements Consumer<BadRow> {
    private static final int TOLD = 50;

    private final PrintStream out;
    private long count;

    /** Nothing told yet. */
    public BadRows(PrintStream out) {
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

    /** How many there were. */
    public long count() {
        return count;
    }
}
