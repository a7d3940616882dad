package io.kilowatch.simulators.load;

import java.io.PrintStream;
import java.util.Locale;

/**
 * The results of a load as a table, a line as soon as each is known.
 *
 * @param out where it is written
 */
record LoadTable(PrintStream out) {
    private static final String HEAD = "%-8s %10s %12s %12s %9s %9s %9s %9s %9s  %s%n";
    private static final String ROW = "%-8s %,10.0f %,12.0f %,12.0f %,9.2f %,9.2f %,9.2f %,9.2f %,9.2f  %s%n";

    void head() {
        out.printf(
                HEAD,
                "what",
                "offered/s",
                "messages/s",
                "readings/s",
                "p50 ms",
                "p90 ms",
                "p99 ms",
                "p99.9 ms",
                "max ms",
                "seconds");
        out.flush();
    }

    void row(LoadResult result) {
        Latency latency = result.latency();
        out.printf(
                Locale.ROOT,
                ROW,
                result.name(),
                result.offered(),
                result.perSecond(),
                result.readingsPerSecond(),
                latency.p50(),
                latency.p90(),
                latency.p99(),
                latency.p999(),
                latency.max(),
                trouble(result));
        out.flush();
    }

    private static String trouble(LoadResult result) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%.2f", result.seconds()));
        add(text, result.unsent(), "not sent");
        add(text, result.unacknowledged(), "not acknowledged");
        add(text, result.refused(), "refused");
        add(text, result.lost(), "connections lost");
        return text.toString();
    }

    private static void add(StringBuilder text, long count, String what) {
        if (count > 0) {
            text.append(String.format(Locale.ROOT, ", %,d %s", count, what));
        }
    }
}
