package io.kilowatch.simulators.run;

import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.simulators.device.Gateway;
import io.kilowatch.simulators.scenario.ReadyScenarios;
import io.kilowatch.simulators.scenario.Scenario;
import io.kilowatch.simulators.scenario.ScenarioReader;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a simulation is started with.
 *
 * @param seed chooses the noise and the devices' passwords
 * @param start its first day; where not given, the scenario's, or the first day of a month some months back
 * @param monthsBack how many, where no start is given
 * @param days how long it is; without end if not given
 * @param speed how many times faster than real time; as fast as acknowledged if not given
 * @param window messages in flight per device
 * @param connections most connections open at once
 * @param data folder in which state and journal are kept
 * @param documents where to write the registry documents, if anywhere
 * @param truth where to write what is true, if anywhere
 * @param resume whether to go on where an earlier run stopped
 */
public record SimulateConfig(
        Scenario scenario,
        Gateway gateway,
        long seed,
        Optional<LocalDate> start,
        int monthsBack,
        OptionalInt days,
        OptionalLong speed,
        int window,
        int connections,
        Path data,
        Optional<Path> documents,
        Optional<Path> truth,
        boolean resume) {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int MOST_DAYS = 3_700;
    private static final String DEMO = "province-small";
    private static final Option<Integer> SEED = Option.integer(
            "seed",
            "N",
            42,
            0,
            Integer.MAX_VALUE,
            "seed of the simulated province; the same seed sends the same readings");
    private static final Option<Long> OWN_SEED =
            Option.of("seed", "N", "", "seed instead of the scenario's; the same seed sends the same bytes", text ->
                    (long) whole(text, 0, Integer.MAX_VALUE));
    private static final Option<LocalDate> START =
            Option.of("start", "DATE", "", "first simulated day, such as 2026-07-01", SimulateConfig::date);
    private static final Option<Integer> MONTHS_BACK = Option.integer(
            "months-back", "N", 3, 0, 36, "without --start, begin on the first of the month this many months ago");
    private static final Option<Integer> DAYS = Option.of(
            "days", "N", "", "how many days, instead of the scenario's number", text -> whole(text, 1, MOST_DAYS));
    private static final Option<OptionalLong> CLOCK = Option.of(
            "clock",
            "N|max",
            "",
            "how many times faster than real time, 1 to 10000, or as fast as acknowledged: max; the scenario's unless given",
            SimulateConfig::speed);
    private static final Option<Duration> MONTH_IN =
            Option.duration("month-in", "PT75S", "how long 30 simulated days take until real time is reached");
    private static final Option<Integer> WINDOW =
            Option.integer("simulate-window", "N", 8, 1, 1000, "messages in flight per simulated device");
    private static final Option<Integer> CONNECTIONS = Option.integer(
            "connections",
            "N",
            1_000,
            1,
            10_000,
            "most devices connected at once; with fewer than there are, they connect in turn to send what is due");
    private static final Option<Path> DATA =
            Option.path("data", "FOLDER", "data", "folder for everything that is kept");
    private static final Option<Path> DOCUMENTS = Option.path(
            "documents", "FOLDER", "", "write the registry documents of the simulated enterprises into this folder");
    private static final Option<Path> TRUTH = Option.path(
            "truth", "FILE", "", "where to write what is true; SCENARIO.truth.jsonl in the data folder unless given");
    private static final Option<Boolean> RESUME = Option.flag("resume", "go on where the run before this one stopped");

    /** The options of the province itself, for a launcher that knows the gateway. */
    public static final List<Option<?>> PROVINCE_OPTIONS =
            List.of(SEED, START, MONTHS_BACK, MONTH_IN, WINDOW, DATA, DOCUMENTS);

    /** Every option of the province, those of the gateway included. */
    public static final List<Option<?>> OPTIONS =
            Stream.concat(Gateway.OPTIONS.stream(), PROVINCE_OPTIONS.stream()).toList();

    /** What a scenario is played with, wherever it is sent to. */
    public static final List<Option<?>> PLAY_OPTIONS = List.of(OWN_SEED, START, DAYS, DATA);

    /** Every option of a run. */
    public static final List<Option<?>> RUN_OPTIONS = Stream.of(
                    Gateway.OPTIONS, PLAY_OPTIONS, List.of(CLOCK, WINDOW, CONNECTIONS, DOCUMENTS, TRUTH, RESUME))
            .<Option<?>>flatMap(List::stream)
            .toList();

    /** Reads every option of the small province; faults are noted in the settings. */
    public static SimulateConfig from(Settings settings) {
        return from(settings, Gateway.from(settings));
    }

    /** Reads the options of the small province, for a gateway that is known; faults are noted in the settings. */
    public static SimulateConfig from(Settings settings, Gateway gateway) {
        Duration monthIn = settings.value(MONTH_IN);
        if (monthIn.compareTo(MONTH) > 0) {
            settings.fault(MONTH_IN.flag() + " is " + monthIn + ": give at most P30D, which is real time");
        }
        return new SimulateConfig(
                ReadyScenarios.find(DEMO),
                gateway,
                settings.value(SEED),
                settings.optional(START),
                settings.value(MONTHS_BACK),
                OptionalInt.empty(),
                OptionalLong.of(Math.max(1, MONTH.toMillis() / Math.max(1, monthIn.toMillis()))),
                settings.value(WINDOW),
                CONNECTIONS.defaultText().map(Integer::parseInt).orElseThrow(),
                settings.value(DATA),
                settings.optional(DOCUMENTS),
                Optional.empty(),
                true);
    }

    /** Reads the options that a scenario is played with, for one that is sent nowhere; faults are noted in the settings. */
    public static SimulateConfig played(Settings settings, Scenario scenario) {
        return of(
                settings,
                scenario,
                new Gateway("", 0, false),
                scenario.speed(),
                1,
                1,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** Reads every option of a run; faults are noted in the settings. */
    public static SimulateConfig run(Settings settings, Scenario scenario) {
        Path data = settings.value(DATA);
        return of(
                settings,
                scenario,
                Gateway.from(settings),
                settings.optional(CLOCK).orElse(scenario.speed()),
                settings.value(WINDOW),
                settings.value(CONNECTIONS),
                settings.optional(DOCUMENTS),
                settings.optional(TRUTH).or(() -> Optional.of(truth(data, scenario.name()))),
                settings.value(RESUME));
    }

    private static SimulateConfig of(
            Settings settings,
            Scenario scenario,
            Gateway gateway,
            OptionalLong speed,
            int window,
            int connections,
            Optional<Path> documents,
            Optional<Path> truth,
            boolean resume) {
        Optional<Integer> days = settings.optional(DAYS);
        return new SimulateConfig(
                scenario,
                gateway,
                settings.optional(OWN_SEED).orElse(scenario.seed()),
                settings.optional(START).or(scenario::start),
                scenario.monthsBack(),
                days.map(OptionalInt::of).orElse(scenario.days()),
                speed,
                window,
                connections,
                settings.value(DATA),
                documents,
                truth,
                resume);
    }

    /** Where what is true of a scenario is written unless told otherwise. */
    public static Path truth(Path data, String scenario) {
        return data.resolve(scenario + ".truth.jsonl");
    }

    private static int whole(String text, int least, int most) {
        try {
            int value = Integer.parseInt(text.strip());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("give a whole number from " + least + " to " + most, e);
        }
        throw new IllegalArgumentException("give a whole number from " + least + " to " + most);
    }

    private static OptionalLong speed(String text) {
        return ScenarioReader.speed(text.strip())
                .orElseThrow(() -> new IllegalArgumentException("give max, or a whole number from 1 to 10000"));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("give a day such as 2026-07-01", e);
        }
    }
}
