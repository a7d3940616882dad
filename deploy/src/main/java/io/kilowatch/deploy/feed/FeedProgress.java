package io.kilowatch.deploy.feed;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Tells how many readings have been written and how fast: drawn over on a terminal, else a line every few seconds. */
final class FeedProgress {
    private static final Duration DRAWN_EVERY = Duration.ofMillis(500);
    private static final Duration SAID_EVERY = Duration.ofSeconds(5);

    private final PrintStream err;
    private final boolean terminal;
    private final InstantSource clock;
    private final Instant begun;
    private Instant shown;
    private long shownCount;

    FeedProgress(PrintStream err, boolean terminal, InstantSource clock) {
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
        this.begun = clock.instant();
        this.shown = begun;
    }

    /** Shows the count if the last one is old enough. */
    void show(long count) {
        Instant now = clock.instant();
        Duration since = Duration.between(shown, now);
        if (since.compareTo(terminal ? DRAWN_EVERY : SAID_EVERY) < 0) {
            return;
        }
        String words = words(count, count - shownCount, since);
        if (terminal) {
            err.print('\r' + words + "   ");
            err.flush();
        } else {
            err.println(words);
        }
        shown = now;
        shownCount = count;
    }

    /** Tells something else, on a line of its own. */
    void tell(String sentence) {
        err.println((terminal ? "\r" : "") + sentence);
    }

    /** Tells which file was written, with the count and the rate of the whole. */
    void end(long count, Path file) {
        tell("已写入 / written: " + file + ", " + words(count, count, Duration.between(begun, clock.instant())));
    }

    private static String words(long count, long among, Duration in) {
        long perSecond = among * 1000 / Math.max(1, in.toMillis());
        return String.format(Locale.ROOT, "%,d 条读数/readings, %,d/s", count, perSecond);
    }
}
