package io.kilowatch.ingest.reading;

import io.kilowatch.domain.Reading;
import java.util.List;
import java.util.OptionalLong;

/** What came of reading a payload. */
public sealed interface Decoded {
    /**
     * A batch, read to its end; each of its readings is accepted or refused.
     *
     * @param batch the device's own name for it; empty if it gave none
     * @param sentAt when the device says it sent it, in milliseconds since 1970 UTC
     * @param accepted the readings accepted, in their order
     * @param refused the readings refused, in their order
     */
    record Batch(String batch, OptionalLong sentAt, List<Reading> accepted, List<Refusal> refused) implements Decoded {
        /** Copies its lists. */
        public Batch {
            accepted = List.copyOf(accepted);
            refused = List.copyOf(refused);
        }
    }

    /**
     * A payload that is no batch.
     *
     * @param refusal why
     */
    record Unreadable(Refusal refusal) implements Decoded {}
}
