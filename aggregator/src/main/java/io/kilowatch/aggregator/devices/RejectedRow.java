package io.kilowatch.aggregator.devices;

import io.kilowatch.registry.topics.RejectedId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A rejected batch in a list.
 *
 * @param id its id
 * @param device the device that sent it
 * @param receivedAt when the gateway had it
 * @param sentAt when the device says it sent it
 * @param topic the topic that it was published to
 * @param connection the connection that it came over
 * @param protocol the connection's protocol
 * @param batch the device's own name for it
 * @param accepted how many of its readings were accepted
 * @param refused how many were refused
 * @param codes why, each code once
 * @param remaining how many are refused still
 * @param redrivenAt when it was last redriven
 * @param redrivenBy by whom
 */
public record RejectedRow(
        RejectedId id,
        DeviceKey device,
        Instant receivedAt,
        Optional<Instant> sentAt,
        String topic,
        String connection,
        String protocol,
        String batch,
        int accepted,
        int refused,
        List<String> codes,
        int remaining,
        Optional<Instant> redrivenAt,
        Optional<String> redrivenBy) {
    /** Copies its list. */
    public RejectedRow {
        codes = List.copyOf(codes);
    }

    /** Whether something is refused still. */
    public boolean isOpen() {
        return remaining > 0;
    }

    /** How far the device's clock was behind the gateway's, in milliseconds, the way included. */
    public OptionalLong clockOffset() {
        return sentAt.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(receivedAt.toEpochMilli() - sentAt.get().toEpochMilli());
    }
}
