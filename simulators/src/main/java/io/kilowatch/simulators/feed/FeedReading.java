package io.kilowatch.simulators.feed;

import io.kilowatch.simulators.device.DeviceReading;
import java.time.Instant;

/**
 * One reading of a feed.
 *
 * @param device the device that it is of, as {@code ENTERPRISE/DEVICE}; empty where the feed names none
 */
public record FeedReading(String device, DeviceReading reading) {

    /** The reading's time. */
    public Instant at() {
        return reading.at();
    }
}
