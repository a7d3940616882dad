package io.kilowatch.ingest;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.ingest.limit.LimitConfig;
import io.kilowatch.ingest.upload.UploadConfig;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.config.ZoneConfig;
import io.kilowatch.platform.kafka.KafkaConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How the gateway runs.
 *
 * @param host the address that MQTT listens on
 * @param port its port
 * @param eventLoops how many event loops serve connections
 * @param maxInFlight how many messages of a session may wait for their acknowledgement
 * @param maxMessageBytes the most that a payload may have, compressed or not
 * @param maxReadings how many readings a batch may have
 * @param futureTolerance how far after the gateway's time a reading may be
 * @param deviceWindow how often it is told what devices did
 * @param busiest how many enterprises have metrics of their own
 * @param kafka where Kafka is
 * @param access how devices reach it, and what it protects itself with
 * @param calendar what times without a zone are of
 * @param upload the national upload interface
 * @param limits how much devices and enterprises may send
 */
public record IngestConfig(
        String host,
        int port,
        int eventLoops,
        int maxInFlight,
        int maxMessageBytes,
        int maxReadings,
        Duration futureTolerance,
        Duration deviceWindow,
        int busiest,
        KafkaConfig kafka,
        AccessConfig access,
        BusinessCalendar calendar,
        UploadConfig upload,
        LimitConfig limits) {
    /** Address. */
    public static final Option<String> HOST = Option.text(
            "mqtt-host", "ADDRESS", "127.0.0.1", "address that MQTT over plain TCP listens on; see --mqtt-plain");

    /** Port. */
    public static final Option<Integer> PORT =
            Option.port("mqtt-port", 1883, "port that MQTT over plain TCP listens on");

    /** Event loops. */
    public static final Option<Integer> EVENT_LOOPS = Option.integer(
            "mqtt-event-loops", "N", 0, 0, 256, "event loops that serve MQTT connections; 0 is one for each processor");

    /** Messages in flight. */
    public static final Option<Integer> MAX_IN_FLIGHT = Option.integer(
            "mqtt-max-in-flight",
            "N",
            256,
            1,
            32_767,
            "messages of one session that may wait for their acknowledgement; MQTT 5 is told so as Receive Maximum");

    /** Payload size. */
    public static final Option<Integer> MAX_MESSAGE_BYTES = Option.integer(
            "mqtt-max-message-bytes",
            "BYTES",
            256 * 1024,
            1_024,
            512 * 1024,
            "largest payload that is taken, as sent and after decompression");

    /** Batch size. */
    public static final Option<Integer> MAX_READINGS = Option.integer(
            "batch-max-readings",
            "N",
            1_000,
            1,
            10_000,
            "readings of one batch that are taken; the others are refused");

    /** Tolerance. */
    public static final Option<Duration> FUTURE_TOLERANCE =
            Option.duration("future-tolerance", "PT10M", "how far a reading's time may be after the gateway's own");

    /** How often devices are told of. */
    public static final Option<Duration> DEVICE_WINDOW = Option.duration(
            "device-window", "PT1M", "how often the gateway tells what each device did, for the health of devices");

    /** How many enterprises have metrics. */
    public static final Option<Integer> BUSIEST = Option.integer(
            "metrics-busiest",
            "N",
            20,
            0,
            1_000,
            "how many enterprises, those that sent the most readings in the last device-window, have a metric of their own");

    /** All of them. */
    public static final List<Option<?>> OPTIONS = options();

    private static List<Option<?>> options() {
        List<Option<?>> all = new ArrayList<>(List.of(
                HOST,
                PORT,
                EVENT_LOOPS,
                MAX_IN_FLIGHT,
                MAX_MESSAGE_BYTES,
                MAX_READINGS,
                FUTURE_TOLERANCE,
                DEVICE_WINDOW,
                BUSIEST));
        all.addAll(AccessConfig.OPTIONS);
        all.addAll(UploadConfig.OPTIONS);
        all.addAll(ZoneConfig.OPTIONS);
        all.addAll(LimitConfig.OPTIONS);
        all.addAll(KafkaConfig.OPTIONS);
        return List.copyOf(all);
    }

    /** From the settings. */
    public static IngestConfig from(Settings settings) {
        int loops = settings.value(EVENT_LOOPS);
        AccessConfig access = AccessConfig.from(settings, settings.value(HOST));
        return new IngestConfig(
                settings.value(HOST),
                settings.value(PORT),
                loops == 0 ? Runtime.getRuntime().availableProcessors() : loops,
                settings.value(MAX_IN_FLIGHT),
                settings.value(MAX_MESSAGE_BYTES),
                settings.value(MAX_READINGS),
                settings.value(FUTURE_TOLERANCE),
                settings.value(DEVICE_WINDOW),
                settings.value(BUSIEST),
                KafkaConfig.from(settings),
                access,
                new BusinessCalendar(ZoneConfig.from(settings).zone()),
                UploadConfig.from(settings, access.tls().isPresent(), AccessConfig::isLoopback),
                LimitConfig.from(settings));
    }
}
