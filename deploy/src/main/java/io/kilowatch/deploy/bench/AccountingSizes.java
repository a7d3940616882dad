package io.kilowatch.deploy.bench;

import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import java.util.List;

/**
 * How much the accounting's benchmark does.
 *
 * @param enterprises enterprises of ten meters with a year of daily sums
 * @param singles single readings sent one after another, each once the verdict on the one before has come
 * @param flowSeconds seconds in which single readings come as evenly as a province sends them
 * @param yearMeters meters of the enterprise whose year is computed again
 * @param yearDays days that it has readings of
 * @param yearStep hours between them
 */
record AccountingSizes(int enterprises, int singles, int flowSeconds, int yearMeters, int yearDays, int yearStep) {
    private static final Option<Integer> ENTERPRISES =
            Option.integer("enterprises", "N", 1_000, 2, 10_000, "enterprises of ten meters with a year of daily sums");
    private static final Option<Integer> SINGLES =
            Option.integer("singles", "N", 1_000, 10, 1_000_000, "single readings sent one after another");
    private static final Option<Integer> FLOW_SECONDS = Option.integer(
            "flow-seconds", "N", 90, 1, 86_400, "seconds in which single readings come as a province sends them");
    private static final Option<Integer> YEAR_METERS =
            Option.integer("year-meters", "N", 50, 6, 1_000, "meters of the enterprise whose year is computed again");
    private static final Option<Integer> YEAR_DAYS =
            Option.integer("year-days", "N", 365, 1, 365, "days that it has readings of");
    private static final Option<Integer> YEAR_STEP =
            Option.integer("year-step", "HOURS", 1, 1, 24, "hours between its readings");

    static final List<Option<?>> OPTIONS =
            List.of(ENTERPRISES, SINGLES, FLOW_SECONDS, YEAR_METERS, YEAR_DAYS, YEAR_STEP);

    /** From the settings. */
    static AccountingSizes from(Settings settings) {
        return new AccountingSizes(
                settings.value(ENTERPRISES),
                settings.value(SINGLES),
                settings.value(FLOW_SECONDS),
                settings.value(YEAR_METERS),
                settings.value(YEAR_DAYS),
                settings.value(YEAR_STEP));
    }
}
