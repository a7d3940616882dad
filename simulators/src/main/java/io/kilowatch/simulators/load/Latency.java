package io.kilowatch.simulators.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How long things took, in milliseconds.
 *
 * @param count how many there were
 * @param p50 what half of them did not exceed
 * @param p90 what nine of ten did not exceed
 * @param p99 what 99 % did not exceed
 * @param p999 what 99.9 % did not exceed
 * @param max the longest
 */
public record Latency(long count, double p50, double p90, double p99, double p999, double max) {
    private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);
    private static final double MICROS_PER_MILLI = 1_000;
    private static final int DIGITS = 3;

    static Latency of(Histogram micros) {
        return new Latency(
                micros.getTotalCount(),
                millis(micros, 50),
                millis(micros, 90),
                millis(micros, 99),
                millis(micros, 99.9),
                micros.getTotalCount() == 0 ? 0 : micros.getMaxValue() / MICROS_PER_MILLI);
    }

    private static double millis(Histogram micros, double percentile) {
        return micros.getTotalCount() == 0 ? 0 : micros.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }

    /** An empty histogram of microseconds, exact to three digits. */
    static Histogram histogram() {
        return new Histogram(LONGEST_MICROS, DIGITS);
    }

    static void record(Histogram micros, long nanos) {
        micros.recordValue(Math.min(LONGEST_MICROS, Math.max(0, nanos) / 1_000));
    }
}
