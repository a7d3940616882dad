package io.kilowatch.deploy.bench;

import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import java.util.List;

/**
 * How much the ledger's benchmark sends.
 *
 * @param enterprises enterprises of fifty meters that send in order, and again
 * @param quarters quarter hours that each of their meters sends
 * @param lateEnterprises enterprises of fifty meters that send late
 * @param lateDays days that late readings are spread over
 * @param lateStep hours between the readings that were there before the late ones
 * @param lateBatches batches of fifty late readings
 * @param stateEnterprises enterprises of a hundred meters whose state is measured
 * @param yardstickRows rows that the yardstick copies
 */
record LedgerSizes(
        int enterprises,
        int quarters,
        int lateEnterprises,
        int lateDays,
        int lateStep,
        int lateBatches,
        int stateEnterprises,
        int yardstickRows) {
    private static final Option<Integer> ENTERPRISES =
            Option.integer("enterprises", "N", 200, 1, 10_000, "enterprises of fifty meters that send in order");
    private static final Option<Integer> QUARTERS =
            Option.integer("quarters", "N", 200, 4, 10_000, "quarter hours that each of their meters sends");
    private static final Option<Integer> LATE_ENTERPRISES =
            Option.integer("late-enterprises", "N", 6, 1, 1_000, "enterprises of fifty meters that send late");
    private static final Option<Integer> LATE_DAYS =
            Option.integer("late-days", "N", 180, 1, 730, "days that late readings are spread over");
    private static final Option<Integer> LATE_STEP = Option.integer(
            "late-step", "HOURS", 1, 1, 168, "hours between the readings that are there before the late ones");
    private static final Option<Integer> LATE_BATCHES =
            Option.integer("late-batches", "N", 2_000, 4, 1_000_000, "batches of fifty late readings");
    private static final Option<Integer> STATE_ENTERPRISES = Option.integer(
            "state-enterprises", "N", 1_000, 1, 10_000, "enterprises of a hundred meters whose memory is measured");
    private static final Option<Integer> YARDSTICK_ROWS =
            Option.integer("yardstick-rows", "N", 1_400_000, 1_000, 100_000_000, "rows that the yardstick copies");

    static final List<Option<?>> OPTIONS = List.of(
            ENTERPRISES,
            QUARTERS,
            LATE_ENTERPRISES,
            LATE_DAYS,
            LATE_STEP,
            LATE_BATCHES,
            STATE_ENTERPRISES,
            YARDSTICK_ROWS);

    /** From the settings. */
    static LedgerSizes from(Settings settings) {
        return new LedgerSizes(
                settings.value(ENTERPRISES),
                settings.value(QUARTERS),
                settings.value(LATE_ENTERPRISES),
                settings.value(LATE_DAYS),
                settings.value(LATE_STEP),
                settings.value(LATE_BATCHES),
                settings.value(STATE_ENTERPRISES),
                settings.value(YARDSTICK_ROWS));
    }
}
