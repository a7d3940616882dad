package io.kilowatch.ingest.intake;

import io.kilowatch.ingest.reading.RefusalCode;
import java.util.List;
import java.util.Optional;

/**
 * What one message of a device becomes.
 *
 * @param parcels the records that must be stored before the message is acknowledged; an empty batch has none
 * @param answer what the device is told with the acknowledgement
 * @param reason why nothing of it was accepted, in English; empty otherwise
 * @param receipt what it is told on its receipts topic, where something was refused or it asked
 */
public record Taken(List<Parcel> parcels, Answer answer, String reason, Optional<byte[]> receipt) {
    /** What the acknowledgement says; whichever it is, the device does not send the message again. */
    public enum Answer {
        /** Something was accepted, or there was nothing to accept. */
        ACCEPTED,
        /** The batch was read, and every reading of it refused. */
        NOTHING_ACCEPTED,
        /** The topic is not the device's own. */
        NOT_YOUR_TOPIC,
        /** The payload is larger than is taken. */
        TOO_LARGE,
        /** The payload is no batch. */
        MALFORMED;

        /** That of a message refused as a whole. */
        static Answer of(RefusalCode code) {
            return switch (code) {
                case NOT_YOUR_TOPIC -> NOT_YOUR_TOPIC;
                case TOO_LARGE -> TOO_LARGE;
                default -> MALFORMED;
            };
        }
    }

    /** Copies its list. */
    public Taken {
        parcels = List.copyOf(parcels);
    }
}
