package io.kilowatch.simulators.replay;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Shows how far a replay has come: a bar that is drawn over on a terminal, else a line every few seconds. */
final class ProgressLine {
    private static final int WIDTH = 30;
    private static final Duration PLAIN_EVERY = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private final InstantSource clock;
    private final long total;
    private Instant shown;

    ProgressLine(PrintStream out, boolean terminal, InstantSource clock, long total) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.total = total;
        this.shown = clock.instant();
    }

    /** Draws the bar, or writes a line if the last one is old enough. */
    void show(long done, double perSecond) {
        if (terminal) {
            out.print('\r' + bar(done) + ' ' + words(done, perSecond) + "   ");
            out.flush();
            return;
        }
        Instant now = clock.instant();
        if (Duration.between(shown, now).compareTo(PLAIN_EVERY) >= 0) {
            shown = now;
            out.println(words(done, perSecond));
        }
    }

    /** Ends the bar's line. */
    void end(String sentence) {
        if (terminal) {
            out.println();
        }
        out.println(sentence);
    }

    private String bar(long done) {
        if (total == Order.FOR_EVER) {
            return "";
        }
        int filled = total == 0 ? WIDTH : (int) (WIDTH * done / total);
        return '[' + "#".repeat(filled) + ".".repeat(WIDTH - filled) + ']';
    }

    String words(long done, double perSecond) {
        if (total == Order.FOR_EVER) {
            return String.format(Locale.ROOT, "%,d readings, %,.0f/s", done, perSecond);
        }
        long percent = total == 0 ? 100 : 100 * done / total;
        String rate =
                String.format(Locale.ROOT, "%d %%, %,d of %,d readings, %,.0f/s", percent, done, total, perSecond);
        return perSecond < 1 ? rate : rate + ", " + left(Math.round((total - done) / perSecond));
    }

    private static String left(long seconds) {
        return seconds >= 3600
                ? String.format(Locale.ROOT, "%d h %02d min left", seconds / 3600, seconds / 60 % 60)
                : seconds >= 60
                        ? String.format(Locale.ROOT, "%d min %02d s left", seconds / 60, seconds % 60)
                        : seconds + " s left";
    }
}
