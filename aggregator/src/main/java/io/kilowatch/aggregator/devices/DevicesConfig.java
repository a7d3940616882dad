package io.kilowatch.aggregator.devices;

import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import java.time.Duration;
import java.util.List;

/**
 * How long the health of devices and rejected batches are kept.
 *
 * @param health how long hours and connections are kept
 * @param rejected how long rejected batches are kept
 * @param most how many rejected batches of a device are kept, the newest
 */
public record DevicesConfig(Duration health, Duration rejected, int most) {
    /** How long the health of devices is kept. */
    public static final Option<Duration> HEALTH = Option.duration(
            "keep-device-health", "P90D", "how long the hours and connections of devices are kept in the database");

    /** How long rejected batches are kept. */
    public static final Option<Duration> REJECTED = Option.duration(
            "keep-rejected", "P90D", "how long rejected batches are kept in the database, to be redriven");

    /** How many of a device. */
    public static final Option<Integer> MOST = Option.integer(
            "keep-rejected-per-device",
            "N",
            10_000,
            1,
            10_000_000,
            "rejected batches of one device that are kept, the newest; so that no broken device fills the disk");

    /** All of them. */
    public static final List<Option<?>> OPTIONS = List.of(HEALTH, REJECTED, MOST);

    /** From the settings. */
    public static DevicesConfig from(Settings settings) {
        return new DevicesConfig(settings.value(HEALTH), settings.value(REJECTED), settings.value(MOST));
    }
}
