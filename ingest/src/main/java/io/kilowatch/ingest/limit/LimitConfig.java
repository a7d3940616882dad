package io.kilowatch.ingest.limit;

import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import java.time.Duration;
import java.util.List;

/**
 * How much devices and enterprises may send.
 *
 * @param device the rate of a device
 * @param enterprise the rate of all devices of an enterprise together
 * @param burst how long somebody may have sent nothing and send the whole of it at once
 * @param longestWait how long a device may have to wait for its turn before MQTT 5 has a word for it
 * @param enterpriseInFlight how many bytes of an enterprise may be on their way to Kafka
 * @param inFlight how many bytes may be on their way in all
 */
public record LimitConfig(
        Rate device, Rate enterprise, Duration burst, Duration longestWait, int enterpriseInFlight, int inFlight) {
    /** Messages of a device. */
    public static final Option<Integer> DEVICE_MESSAGES =
            rate("limit-device-messages", "N", 5_000, "messages a second of one device, on average; 0 for no limit");

    /** Bytes of a device. */
    public static final Option<Integer> DEVICE_BYTES = rate(
            "limit-device-bytes",
            "BYTES",
            16 * 1024 * 1024,
            "bytes a second of one device, on average; 0 for no limit");

    /** Messages of an enterprise. */
    public static final Option<Integer> ENTERPRISE_MESSAGES = rate(
            "limit-enterprise-messages",
            "N",
            20_000,
            "messages a second of all devices of one enterprise, on average; 0 for no limit");

    /** Bytes of an enterprise. */
    public static final Option<Integer> ENTERPRISE_BYTES = rate(
            "limit-enterprise-bytes",
            "BYTES",
            64 * 1024 * 1024,
            "bytes a second of all devices of one enterprise, on average; 0 for no limit");

    /** Burst. */
    public static final Option<Duration> BURST = Option.duration(
            "limit-burst", "PT10S", "how long a silence may be made up for at once, before those rates hold");

    /** Longest wait. */
    public static final Option<Duration> LONGEST_WAIT = Option.duration(
            "limit-longest-wait",
            "PT1M",
            "an MQTT 5 device that would have to wait longer, because its enterprise sends too fast, has its messages"
                    + " refused with 0x97 and sends them later; others always wait");

    /** Bytes of an enterprise in flight. */
    public static final Option<Integer> ENTERPRISE_IN_FLIGHT = Option.integer(
            "limit-enterprise-in-flight",
            "BYTES",
            1024 * 1024,
            64 * 1024,
            Integer.MAX_VALUE,
            "bytes of one enterprise that may be on their way to Kafka; its devices wait beyond, the others do not");

    /** Bytes in flight. */
    public static final Option<Integer> IN_FLIGHT = Option.integer(
            "limit-in-flight",
            "BYTES",
            48 * 1024 * 1024,
            1024 * 1024,
            Integer.MAX_VALUE,
            "bytes of all that may be on their way to Kafka; less than the 64 MiB that its producer can hold");

    /** All of them. */
    public static final List<Option<?>> OPTIONS = List.of(
            DEVICE_MESSAGES,
            DEVICE_BYTES,
            ENTERPRISE_MESSAGES,
            ENTERPRISE_BYTES,
            BURST,
            LONGEST_WAIT,
            ENTERPRISE_IN_FLIGHT,
            IN_FLIGHT);

    private static Option<Integer> rate(String name, String type, int standard, String text) {
        return Option.integer(name, type, standard, 0, Integer.MAX_VALUE, text);
    }

    /** From the settings. */
    public static LimitConfig from(Settings settings) {
        return new LimitConfig(
                new Rate(settings.value(DEVICE_MESSAGES), settings.value(DEVICE_BYTES)),
                new Rate(settings.value(ENTERPRISE_MESSAGES), settings.value(ENTERPRISE_BYTES)),
                settings.value(BURST),
                settings.value(LONGEST_WAIT),
                settings.value(ENTERPRISE_IN_FLIGHT),
                settings.value(IN_FLIGHT));
    }
}
