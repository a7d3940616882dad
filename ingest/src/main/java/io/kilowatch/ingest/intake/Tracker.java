package io.kilowatch.ingest.intake;

import io.kilowatch.ingest.reading.Decoded;
import io.kilowatch.ingest.reading.Refusal;

/** Follows what devices send. It is told of every message on the thread that takes it in, so it must be quick. */
public interface Tracker {
    /** Follows nothing. */
    Tracker NONE = new Tracker() {
        @Override
        public void batch(Message message, long receivedAt, Decoded.Batch batch) {}

        @Override
        public void refused(Message message, long receivedAt, Refusal refusal) {}
    };

    /** A batch was read to its end. */
    void batch(Message message, long receivedAt, Decoded.Batch batch);

    /** A message was refused as a whole. */
    void refused(Message message, long receivedAt, Refusal refusal);
}
