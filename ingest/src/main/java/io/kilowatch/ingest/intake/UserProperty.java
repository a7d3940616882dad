package io.kilowatch.ingest.intake;

/**
 * A user property of an MQTT 5 message, carried along as a header of the records that it becomes.
 *
 * @param name its name
 * @param value its value
 */
public record UserProperty(String name, String value) {}
