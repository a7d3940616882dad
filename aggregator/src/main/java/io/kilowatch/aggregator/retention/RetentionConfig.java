package io.kilowatch.aggregator.retention;

import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * How long readings and slots are kept; the sums of days, months and years are kept for ever.
 *
 * @param readings how long readings are kept; zero for ever
 * @param slots how long slots are kept; zero for ever
 * @param every how often what is too old is looked for
 */
public record RetentionConfig(Period readings, Period slots, Duration every) {
    /** How long readings are kept. */
    public static final Option<Period> READINGS = Option.of(
            "keep-readings",
            "PERIOD",
            "P3Y",
            "how long readings are kept, such as P3Y; P0D for ever. Older ones are not taken any more",
            RetentionConfig::period);

    /** How long slots are kept. */
    public static final Option<Period> SLOTS = Option.of(
            "keep-slots",
            "PERIOD",
            "P10Y",
            "how long quarter-hour slots are kept, at least as long as readings; P0D for ever. Sums of days, months and"
                    + " years stay for ever",
            RetentionConfig::period);

    /** How often it is looked after. */
    public static final Option<Duration> EVERY =
            Option.duration("retention-interval", "PT1H", "how often what is too old is looked for and dropped");

    /** All of them. */
    public static final List<Option<?>> OPTIONS = List.of(READINGS, SLOTS, EVERY);

    /** From the settings. */
    public static RetentionConfig from(Settings settings) {
        return new RetentionConfig(settings.value(READINGS), settings.value(SLOTS), settings.value(EVERY));
    }

    /** Whether slots are kept at least as long as readings; where they are not to be, they are kept for ever. */
    boolean slotsOutliveReadings() {
        return !readings.isZero()
                && slots.toTotalMonths() * 31 + slots.getDays() >= readings.toTotalMonths() * 31 + readings.getDays();
    }

    private static Period period(String text) {
        try {
            Period period = Period.parse(text.strip());
            if (!period.isNegative()) {
                return period;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("give a period such as P3Y or P18M", e);
        }
        throw new IllegalArgumentException("give a period that is not negative");
    }
}
