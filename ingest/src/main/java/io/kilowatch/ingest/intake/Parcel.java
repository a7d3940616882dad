package io.kilowatch.ingest.intake;

import java.util.List;

/**
 * A record on its way to Kafka.
 *
 * @param topic its topic
 * @param key its key
 * @param value its value
 * @param headers its headers
 */
@SuppressWarnings("ArrayRecordComponent")
public record Parcel(String topic, String key, byte[] value, List<UserProperty> headers) {
    /** Copies its headers. */
    public Parcel {
        headers = List.copyOf(headers);
    }

    /** A record without headers. */
    public Parcel(String topic, String key, byte[] value) {
        this(topic, key, value, List.of());
    }
}
