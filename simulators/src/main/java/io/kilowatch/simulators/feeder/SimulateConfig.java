package io.kilowatch.simulators.feeder;

import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.simulators.device.Gateway;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the simulated province is started with.
 *
 * @param seed chooses the noise and the devices' passwords
 * @param start its first day; where not given, the first day of a month some months back
 * @param monthsBack how many, where no start is given
 * @param monthIn how long 30 simulated days take until real time is reached
 * @param window messages in flight per device
 * @param data folder in which progress is kept
 * @param documents where to write the registry documents, if anywhere
 */
public record SimulateConfig(
        Gateway gateway,
        int seed,
        Optional<LocalDate> start,
        int monthsBack,
        Duration monthIn,
        int window,
        Path data,
        Optional<Path> documents) {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Option<Integer> SEED = Option.integer(
            "seed",
            "N",
            42,
            0,
            Integer.MAX_VALUE,
            "seed of the simulated province; the same seed sends the same readings");
    private static final Option<LocalDate> START =
            Option.of("start", "DATE", "", "first simulated day, such as 2026-07-01", SimulateConfig::date);
    private static final Option<Integer> MONTHS_BACK = Option.integer(
            "months-back", "N", 3, 0, 36, "without --start, begin on the first of the month this many months ago");
    private static final Option<Duration> MONTH_IN =
            Option.duration("month-in", "PT75S", "how long 30 simulated days take until real time is reached");
    private static final Option<Integer> WINDOW =
            Option.integer("simulate-window", "N", 8, 1, 1000, "messages in flight per simulated device");
    private static final Option<Path> DATA =
            Option.path("data", "FOLDER", "data", "folder for everything that is kept");
    private static final Option<Path> DOCUMENTS = Option.path(
            "documents", "FOLDER", "", "write the registry documents of the simulated enterprises into this folder");

    /** The options of the province itself, for a launcher that knows the gateway. */
    public static final List<Option<?>> PROVINCE_OPTIONS =
            List.of(SEED, START, MONTHS_BACK, MONTH_IN, WINDOW, DATA, DOCUMENTS);

    /** Every option, those of the gateway included. */
    public static final List<Option<?>> OPTIONS =
            Stream.concat(Gateway.OPTIONS.stream(), PROVINCE_OPTIONS.stream()).toList();

    /** Reads every option; faults are noted in the settings. */
    public static SimulateConfig from(Settings settings) {
        return from(settings, Gateway.from(settings));
    }

    /** Reads the options of the province, for a gateway that is known; faults are noted in the settings. */
    public static SimulateConfig from(Settings settings, Gateway gateway) {
        Duration monthIn = settings.value(MONTH_IN);
        if (monthIn.compareTo(MONTH) > 0) {
            settings.fault(MONTH_IN.flag() + " is " + monthIn + ": give at most P30D, which is real time");
        }
        return new SimulateConfig(
                gateway,
                settings.value(SEED),
                settings.optional(START),
                settings.value(MONTHS_BACK),
                monthIn,
                settings.value(WINDOW),
                settings.value(DATA),
                settings.optional(DOCUMENTS));
    }

    /** How many times faster than real time. */
    long factor() {
        return Math.max(1, MONTH.toMillis() / Math.max(1, monthIn.toMillis()));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("give a day such as 2026-07-01", e);
        }
    }
}
