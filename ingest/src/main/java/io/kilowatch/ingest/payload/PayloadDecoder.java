package io.kilowatch.ingest.payload;

import io.kilowatch.ingest.reading.Decoded;
import io.kilowatch.ingest.reading.Examination;

/** Reads the payloads of one format. */
public interface PayloadDecoder {
    /** Reads a payload, giving each of its readings to an examination. */
    Decoded decode(byte[] payload, Examination examination);
}
