package io.kilowatch.deploy.feed;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.config.ZoneConfig;
import io.kilowatch.platform.database.DatabaseConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which stored readings are written where.
 *
 * @param enterprise the credit code
 * @param meters the ids of the meters wanted; empty for all
 * @param from the first moment wanted, in milliseconds
 * @param end the first moment after that is not wanted
 * @param file the feed file
 * @param calendar what days are of
 * @param database where the readings are
 */
public record ExportConfig(
        String enterprise,
        List<String> meters,
        Optional<Long> from,
        Optional<Long> end,
        FeedOutput file,
        BusinessCalendar calendar,
        DatabaseConfig database) {
    private static final Option<String> ENTERPRISE =
            Option.text("enterprise", "CODE", "", "whose readings, by credit code");
    private static final Option<List<String>> METER =
            Option.list("meter", "ID[,...]", "", "those of some meters; all unless given", Function.identity());
    private static final Option<FeedTime> FROM = Option.of(
            "from",
            "DAY|TIME",
            "",
            "from this day or moment on, such as 2026-11-22 or 2026-11-22T10:15",
            FeedTime::parse);
    private static final Option<FeedTime> TO =
            Option.of("to", "DAY|TIME", "", "to this day, the day included, or to before this moment", FeedTime::parse);

    /** All of them. */
    public static final List<Option<?>> OPTIONS = options();

    /** Copies its meters. */
    public ExportConfig {
        meters = List.copyOf(meters);
    }

    private static List<Option<?>> options() {
        List<Option<?>> options = new ArrayList<>(List.of(ENTERPRISE, METER, FROM, TO));
        options.addAll(FeedOutput.OPTIONS);
        options.addAll(DatabaseConfig.OPTIONS);
        options.addAll(ZoneConfig.OPTIONS);
        return List.copyOf(options);
    }

    /** From the settings. */
    public static ExportConfig from(Settings settings) {
        BusinessCalendar calendar =
                new BusinessCalendar(ZoneConfig.from(settings).zone());
        DatabaseConfig database = DatabaseConfig.from(settings);
        Optional<Long> from = settings.optional(FROM).map(time -> time.first(calendar));
        Optional<Long> end = settings.optional(TO).map(time -> time.end(calendar));
        if (from.isPresent() && end.isPresent() && from.get() >= end.get()) {
            settings.fault("--to is not after --from");
        }
        List<String> meters = settings.value(METER);
        FeedOutput file = FeedOutput.from(settings);
        return new ExportConfig(settings.value(ENTERPRISE), meters, from, end, file, calendar, database);
    }
}
