package io.kilowatch.ingest.bridge;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.ingest.IngestConfig;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.config.ZoneConfig;
import io.kilowatch.platform.kafka.KafkaConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How the bridge runs.
 *
 * @param broker the broker
 * @param group the name under which several instances share the broker's messages; empty if it is alone
 * @param enterprises the enterprises that it takes messages of; empty for all that are registered
 * @param maxMessageBytes the most that a payload may have, compressed or not
 * @param maxReadings how many readings a batch may have
 * @param futureTolerance how far after the bridge's time a reading may be
 * @param calendar what times without a zone are of
 * @param deviceWindow how often it is told what devices did
 * @param kafka where Kafka is
 */
public record BridgeConfig(
        BrokerConfig broker,
        Optional<String> group,
        Set<String> enterprises,
        int maxMessageBytes,
        int maxReadings,
        Duration futureTolerance,
        BusinessCalendar calendar,
        Duration deviceWindow,
        KafkaConfig kafka) {
    /** Share name. */
    public static final Option<Optional<String>> GROUP = Option.of(
            "bridge-group",
            "NAME",
            "kilowatch",
            "name of the shared subscription, the same for the instances that share the work; none for a single instance"
                    + " with a subscription of its own, which Mosquitto, unlike a shared one, remembers when it restarts",
            BridgeConfig::shareName);

    /** Enterprises. */
    public static final Option<List<String>> ENTERPRISES = Option.list(
            "bridge-enterprises",
            "CODE[,...]",
            "",
            "credit codes of the enterprises whose devices may send over this broker; all that are registered if none is"
                    + " given",
            Function.identity());

    /** All of them. */
    public static final List<Option<?>> OPTIONS = options();

    /** Copies its set. */
    public BridgeConfig {
        enterprises = Set.copyOf(enterprises);
    }

    private static List<Option<?>> options() {
        List<Option<?>> all = new ArrayList<>(BrokerConfig.OPTIONS);
        all.addAll(List.of(
                GROUP,
                ENTERPRISES,
                IngestConfig.MAX_MESSAGE_BYTES,
                IngestConfig.MAX_READINGS,
                IngestConfig.FUTURE_TOLERANCE,
                IngestConfig.DEVICE_WINDOW));
        all.addAll(ZoneConfig.OPTIONS);
        all.addAll(KafkaConfig.OPTIONS);
        return List.copyOf(all);
    }

    /**
     * From the settings.
     *
     * @param machine the machine's name
     */
    public static BridgeConfig from(Settings settings, String machine) {
        Optional<String> group = settings.value(GROUP);
        Set<String> enterprises = Set.copyOf(settings.value(ENTERPRISES));
        int maxMessageBytes = settings.value(IngestConfig.MAX_MESSAGE_BYTES);
        int maxReadings = settings.value(IngestConfig.MAX_READINGS);
        Duration futureTolerance = settings.value(IngestConfig.FUTURE_TOLERANCE);
        Duration deviceWindow = settings.value(IngestConfig.DEVICE_WINDOW);
        KafkaConfig kafka = KafkaConfig.from(settings);
        return new BridgeConfig(
                BrokerConfig.from(settings, machine),
                group,
                enterprises,
                maxMessageBytes,
                maxReadings,
                futureTolerance,
                new BusinessCalendar(ZoneConfig.from(settings).zone()),
                deviceWindow,
                kafka);
    }

    private static Optional<String> shareName(String given) {
        if (!given.matches("[^/+#]{1,64}")) {
            throw new IllegalArgumentException("give 1 to 64 characters without /, + and #");
        }
        return given.equals("none") ? Optional.empty() : Optional.of(given);
    }
}
