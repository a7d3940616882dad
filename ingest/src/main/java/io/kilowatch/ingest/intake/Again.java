package io.kilowatch.ingest.intake;

import io.kilowatch.ingest.reading.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * What rejected readings become when they are taken in again.
 *
 * @param parcel the record of those accepted, if there are any
 * @param accepted how many were accepted
 * @param refused what was refused again
 */
public record Again(Optional<Parcel> parcel, int accepted, List<Refusal> refused) {
    /** Copies its list. */
    public Again {
        refused = List.copyOf(refused);
    }
}
