package io.kilowatch.registry.topics;

import io.kilowatch.domain.Name;
import java.util.List;
import java.util.OptionalLong;

/**
 * What was refused of one message: a record of {@code energy.rejected}.
 *
 * @param enterprise the credit code
 * @param device the device that sent it
 * @param topic the topic that it was published to
 * @param receivedAt when the gateway had it, in milliseconds since 1970 UTC
 * @param sentAt when the device says it sent it; unknown where the message could not be read
 * @param channel the way that it came
 * @param properties what its sender wants carried along: the user properties of MQTT 5, in their order
 * @param registryOffset the offset in {@code energy.registry} of the document that it was checked against
 * @param batch the device's own name for the batch; empty if it gave none or it could not be read
 * @param accepted how many of its readings were accepted
 * @param refused what was refused
 * @param payload the payload as it came
 */
@SuppressWarnings("ArrayRecordComponent")
public record RejectedBatch(
        String enterprise,
        String device,
        String topic,
        long receivedAt,
        OptionalLong sentAt,
        Channel channel,
        List<Property> properties,
        long registryOffset,
        String batch,
        int accepted,
        List<Refused> refused,
        byte[] payload) {
    /** The index of a whole message. */
    public static final int WHOLE = -1;

    /** The code of all readings beyond the most that a batch may have; its index is that of the first of them. */
    public static final String TOO_MANY = "too-many";

    /** Copies its lists. */
    public RejectedBatch {
        properties = List.copyOf(properties);
        refused = List.copyOf(refused);
    }

    /** One of a message with nothing to carry along. */
    public RejectedBatch(
            String enterprise,
            String device,
            String topic,
            long receivedAt,
            OptionalLong sentAt,
            Channel channel,
            long registryOffset,
            String batch,
            int accepted,
            List<Refused> refused,
            byte[] payload) {
        this(
                enterprise,
                device,
                topic,
                receivedAt,
                sentAt,
                channel,
                List.of(),
                registryOffset,
                batch,
                accepted,
                refused,
                payload);
    }

    /** How far the device's clock was behind the gateway's, in milliseconds, the way included. */
    public OptionalLong clockOffset() {
        return sentAt.isPresent() ? OptionalLong.of(receivedAt - sentAt.getAsLong()) : OptionalLong.empty();
    }

    /**
     * One thing refused.
     *
     * @param index the reading's place in its batch, from 0; {@link #WHOLE} for the whole message
     * @param meter the meter as the device named it; may be empty
     * @param code why, as a word
     * @param message why, as a sentence; empty where only the place of a further refusal is kept
     */
    public record Refused(int index, String meter, String code, Name message) {}

    /**
     * A user property.
     *
     * @param name its name, which several may have
     * @param value its value
     */
    public record Property(String name, String value) {}
}
