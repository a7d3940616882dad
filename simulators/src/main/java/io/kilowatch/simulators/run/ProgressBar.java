package io.kilowatch.simulators.run;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Shows how far a run has come, how fast it goes and how long it will take. */
final class ProgressBar {
    private static final int WIDTH = 24;
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final PrintStream out;
    private final boolean interactive;
    private final InstantSource clock;
    private final Instant begun;
    private final double first;
    private Instant quietUntil = Instant.MIN;

    /**
     * A bar of a run that begins now.
     *
     * @param interactive whether one line is rewritten; else a line is written now and then
     * @param first the part that an earlier run has done
     */
    ProgressBar(PrintStream out, boolean interactive, InstantSource clock, double first) {
        this.out = out;
        this.interactive = interactive;
        this.clock = clock;
        this.begun = clock.instant();
        this.first = first;
    }

    /** Shows where the run stands. */
    void show(RunStatistics now) {
        Instant time = clock.instant();
        if (interactive) {
            out.print('\r' + line(now, time) + " ");
            out.flush();
        } else if (!time.isBefore(quietUntil) || now.finished()) {
            quietUntil = time.plus(QUIET);
            out.println(line(now, time));
        }
    }

    /** Ends the line. */
    void end() {
        if (interactive) {
            out.println();
        }
    }

    String line(RunStatistics now, Instant time) {
        int filled = (int) Math.round(WIDTH * now.share());
        return String.format(
                Locale.ROOT,
                "[%s%s] %5.1f %%  %,d readings, %,.0f/s  refused %,d  %s",
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                100 * now.share(),
                now.acknowledged(),
                now.perSecond(),
                now.refused(),
                now.finished() ? "done" : remaining(now, time));
    }

    private String remaining(RunStatistics now, Instant time) {
        double done = now.share() - first;
        if (done <= 0.001) {
            return "--:--:-- left";
        }
        double seconds = Duration.between(begun, time).toMillis() / 1000.0 * (1 - now.share()) / done;
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%02d:%02d:%02d left", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
