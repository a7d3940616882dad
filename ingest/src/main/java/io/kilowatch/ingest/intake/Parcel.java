package io.kilowatch.ingest.intake;

/**
 * A record on its way to Kafka.
 *
 * @param topic its topic
 * @param key its key
 * @param value its value
 */
@SuppressWarnings("ArrayRecordComponent")
public record Parcel(String topic, String key, byte[] value) {}
