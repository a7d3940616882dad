package io.kilowatch.ingest.intake;

import io.kilowatch.ingest.access.Identity;
import java.util.List;

/** A message whose records are on their way to Kafka; used on one event loop only. */
public interface Consignment {
    /** Who sent it. */
    Identity from();

    /** Its records, one at least. */
    List<Parcel> parcels();

    /** Whether anybody still waits for it to be stored. */
    boolean isAwaited();

    /** Told once, when every record of it is stored. */
    void stored();

    /** Told once, when none of its records is on its way any more, be they stored or given up. */
    default void over() {}
}
