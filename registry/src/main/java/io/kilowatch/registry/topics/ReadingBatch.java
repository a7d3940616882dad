package io.kilowatch.registry.topics;

import io.kilowatch.domain.Reading;
import java.util.List;
import java.util.OptionalLong;

/**
 * One accepted batch: a record of {@code energy.readings}.
 *
 * @param enterprise the credit code
 * @param device the device that sent it
 * @param batch the device's own name for it; empty if it gave none
 * @param receivedAt when the gateway had it, in milliseconds since 1970 UTC
 * @param sentAt when the device says it sent it
 * @param channel the way that it came
 * @param registryOffset the offset in {@code energy.registry} of the document that it was checked against
 * @param readings the readings accepted
 */
public record ReadingBatch(
        String enterprise,
        String device,
        String batch,
        long receivedAt,
        OptionalLong sentAt,
        Channel channel,
        long registryOffset,
        List<Reading> readings) {
    /** Copies its readings. */
    public ReadingBatch {
        readings = List.copyOf(readings);
    }

    /** A batch of which nobody knows how it came. */
    public ReadingBatch(
            String enterprise,
            String device,
            String batch,
            long receivedAt,
            OptionalLong sentAt,
            long registryOffset,
            List<Reading> readings) {
        this(enterprise, device, batch, receivedAt, sentAt, Channel.UNKNOWN, registryOffset, readings);
    }
}
