package io.kilowatch.simulators.load;

import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.simulators.device.Gateway;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a load is started with.
 *
 * @param gateway where it goes
 * @param authorities certificates that the gateway's is checked with, where not those of the JDK
 * @param province who sends what
 * @param size how many devices, and how they connect
 * @param shape what they do
 * @param rates messages a second of each step; none is a closed loop
 * @param warmUp of each step, not counted
 * @param duration of each step, and of idling
 * @param within what a quarter-hour edge takes
 * @param documents where to write the registry documents instead of sending anything
 * @param json where to write the results
 */
public record LoadConfig(
        Gateway gateway,
        Optional<Path> authorities,
        LoadProvince province,
        FleetSize size,
        String shape,
        List<Integer> rates,
        Duration warmUp,
        Duration duration,
        Duration within,
        Optional<Path> documents,
        Optional<Path> json) {
    static final String FLOW = "flow";
    static final String EDGE = "edge";
    static final String STORM = "storm";
    static final String IDLE = "idle";

    private static final Option<Path> CA = Option.path(
            "gateway-ca", "FILE", "", "certificates in PEM that a TLS gateway's is checked with, instead of the JDK's");
    private static final Option<Integer> DEVICES = Option.integer("devices", "N", 100, 1, 100_000, "devices that send");
    private static final Option<Integer> IDLE_DEVICES =
            Option.integer("idle", "N", 0, 0, 100_000, "further devices that only stay connected");
    private static final Option<Integer> PER_ENTERPRISE =
            Option.integer("devices-per-enterprise", "N", 1, 1, 1_000, "devices that an enterprise has");
    private static final Option<Integer> READINGS =
            Option.integer("readings", "N", 50, 1, 1_000, "registers of a device, whose readings make one message");
    private static final Option<Integer> SEED =
            Option.integer("seed", "N", 42, 0, Integer.MAX_VALUE, "seed of the devices' passwords");
    private static final Option<OffsetDateTime> FIRST = Option.of(
            "first-reading",
            "TIME",
            "2025-01-01T00:00:00+08:00",
            "time of each register's first reading; the next ones follow second by second",
            LoadConfig::time);
    private static final Option<String> SHAPE = Option.choice(
            "shape",
            List.of(FLOW, EDGE, STORM, IDLE),
            FLOW,
            "flow sends on and on; edge has every device send one message within --within; storm drops all connections"
                    + " and awaits them back; idle only stays connected");
    private static final Option<List<Integer>> RATES = Option.list(
            "rate",
            "N[,...]",
            "",
            "messages a second of all devices, a step for each rate, open loop; none is a closed loop",
            LoadConfig::rate);
    private static final Option<Integer> WINDOW =
            Option.integer("load-window", "N", 16, 1, 32_767, "messages that a device may have in flight");
    private static final Option<Duration> WARM_UP =
            Option.duration("warm-up", "PT5S", "how long each step goes on before it is counted");
    private static final Option<Duration> DURATION =
            Option.duration("duration", "PT30S", "how long each step is counted, and how long idle devices stay");
    private static final Option<Duration> WITHIN =
            Option.duration("within", "PT1S", "how long it takes at the edge until every device has sent");
    private static final Option<Integer> RAMP_UP =
            Option.integer("ramp-up", "N", 500, 1, 100_000, "devices that connect each second");
    private static final Option<Integer> LOOPS =
            Option.integer("load-loops", "N", 0, 0, 64, "event loops; 0 is one for each processor");
    private static final Option<Path> DOCUMENTS = Option.path(
            "documents", "FOLDER", "", "write the registry documents of the devices into this folder, and end");
    private static final Option<Path> JSON =
            Option.path("json", "FILE", "", "write the results to this file as JSON too");

    /** Every option. */
    public static final List<Option<?>> OPTIONS = Stream.concat(
                    Gateway.OPTIONS.stream(),
                    Stream.of(
                            CA,
                            SHAPE,
                            DEVICES,
                            IDLE_DEVICES,
                            PER_ENTERPRISE,
                            READINGS,
                            RATES,
                            WINDOW,
                            WARM_UP,
                            DURATION,
                            WITHIN,
                            RAMP_UP,
                            LOOPS,
                            SEED,
                            FIRST,
                            DOCUMENTS,
                            JSON))
            .toList();

    /** Copies the list of rates. */
    public LoadConfig {
        rates = List.copyOf(rates);
    }

    /** Reads every option; faults are noted in the settings. */
    public static LoadConfig from(Settings settings) {
        int active = settings.value(DEVICES);
        int devices = active + settings.value(IDLE_DEVICES);
        int loops = settings.value(LOOPS);
        int processors = Runtime.getRuntime().availableProcessors();
        Optional<Path> authorities = settings.optional(CA);
        Gateway gateway = Gateway.from(settings);
        if (authorities.isPresent() && !gateway.tls()) {
            settings.fault(CA.flag() + " is for a gateway that speaks TLS: give --gateway-tls too");
        }
        return new LoadConfig(
                gateway,
                authorities,
                new LoadProvince(
                        0,
                        devices,
                        settings.value(PER_ENTERPRISE),
                        settings.value(READINGS),
                        settings.value(SEED),
                        settings.value(FIRST).toInstant()),
                new FleetSize(
                        devices,
                        active,
                        settings.value(WINDOW),
                        loops == 0 ? processors : loops,
                        settings.value(RAMP_UP)),
                settings.value(SHAPE),
                settings.value(RATES),
                settings.value(WARM_UP),
                settings.value(DURATION),
                settings.value(WITHIN),
                settings.optional(DOCUMENTS),
                settings.optional(JSON));
    }

    private static OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("give a time with its offset, such as 2025-01-01T00:00:00+08:00", e);
        }
    }

    private static int rate(String text) {
        try {
            int rate = Integer.parseInt(text);
            if (rate > 0) {
                return rate;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("give whole numbers such as 1000,2000,5000", e);
        }
        throw new IllegalArgumentException("give rates above 0");
    }
}
