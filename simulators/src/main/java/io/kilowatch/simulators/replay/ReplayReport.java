package io.kilowatch.simulators.replay;

import java.time.Duration;
import java.util.Locale;

/**
 * What a replay did.
 *
 * @param total readings that the feed has, repetitions counted; {@link Order#FOR_EVER} where they do not end
 * @param before of these, acknowledged by an earlier run
 * @param acknowledged readings that the gateway acknowledged in this run; it may have refused some by receipt
 * @param refused readings that receipts, or PUBACKs of whole batches, named as refused
 * @param badRows rows of the feed, or values of rows, that were skipped
 */
public record ReplayReport(long total, long before, long acknowledged, long refused, long badRows, Duration took) {

    /** Whether everything of the feed is acknowledged. */
    public boolean complete() {
        return before + acknowledged >= total;
    }

    /** One line for a person. */
    public String sentence() {
        double seconds = Math.max(0.001, took.toMillis() / 1000.0);
        return String.format(
                Locale.ROOT,
                "%s: %,d%s readings acknowledged (%,d of them before) in %.1f s, %,.0f/s; %,d refused, %,d bad rows skipped",
                complete() ? "replayed" : "stopped",
                before + acknowledged,
                total == Order.FOR_EVER ? "" : String.format(Locale.ROOT, " of %,d", total),
                before,
                seconds,
                acknowledged / seconds,
                refused,
                badRows);
    }
}
