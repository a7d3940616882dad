package io.kilowatch.ingest.intake;

import io.kilowatch.ingest.access.Identity;
import io.kilowatch.ingest.reading.Catalogue;
import io.kilowatch.registry.topics.Channel;
import java.util.List;

/**
 * One message of a device, as it came.
 *
 * @param from the device, already known to be who it says
 * @param catalogue what is registered of its enterprise
 * @param topic the topic that it published to
 * @param payload the bytes as they came
 * @param channel the way that it came
 * @param properties what its sender wants carried along
 * @param answered whether its sender wants a receipt also where nothing is refused
 */
@SuppressWarnings("ArrayRecordComponent")
public record Message(
        Identity from,
        Catalogue catalogue,
        String topic,
        byte[] payload,
        Channel channel,
        List<UserProperty> properties,
        boolean answered) {
    /** Copies its properties. */
    public Message {
        properties = List.copyOf(properties);
    }

    /** A message with nothing to carry along that wants a receipt only where something is refused. */
    public Message(Identity from, Catalogue catalogue, String topic, byte[] payload, Channel channel) {
        this(from, catalogue, topic, payload, channel, List.of(), false);
    }
}
