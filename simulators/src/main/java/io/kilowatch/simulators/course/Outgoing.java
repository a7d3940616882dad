package io.kilowatch.simulators.course;

import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.device.ReadingBatch;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Something that a device does towards the gateway.
 *
 * @param sendAt when, in simulated time
 * @param batch names its batch
 * @param sentAt what the device says of when; a message that comes twice says the same twice
 * @param readings what it holds; none where it is no message
 */
public record Outgoing(Kind kind, Instant sendAt, String batch, Instant sentAt, List<DeviceReading> readings) {

    /** What it is. */
    public enum Kind {
        /** A message with readings. */
        READINGS,
        /** A message that is no JSON: the first half of one. */
        BROKEN,
        /** An attempt to sign in with a wrong password. */
        WRONG_PASSWORD
    }

    /** Copies the readings. */
    public Outgoing {
        readings = List.copyOf(readings);
    }

    /** The bytes of the message. */
    public byte[] payload() {
        byte[] whole = new ReadingBatch(batch, sentAt, readings).json();
        return kind == Kind.BROKEN ? Arrays.copyOf(whole, whole.length / 2) : whole;
    }

    Outgoing at(Instant other) {
        return new Outgoing(kind, other, batch, sentAt, readings);
    }
}
