package io.kilowatch.ingest.intake;

import io.kilowatch.ingest.access.Identity;
import io.kilowatch.ingest.reading.Catalogue;
import io.kilowatch.registry.topics.Channel;

/**
 * One message of a device, as it came.
 *
 * @param from the device, already known to be who it says
 * @param catalogue what is registered of its enterprise
 * @param topic the topic that it published to
 * @param payload the bytes as they came
 * @param channel the way that it came
 */
@SuppressWarnings("ArrayRecordComponent")
public record Message(Identity from, Catalogue catalogue, String topic, byte[] payload, Channel channel) {}
