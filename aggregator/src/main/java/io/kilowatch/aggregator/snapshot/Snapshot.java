package io.kilowatch.aggregator.snapshot;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What is known of a snapshot beside its figures.
 *
 * <p>Year, scope and digest are in the hashed part too; time, name and note stand outside it, so that the same figures
 * frozen twice have the same hash.
 *
 * @param id its number
 * @param year of which year
 * @param scope whose figures
 * @param takenAt when
 * @param by by whom
 * @param note what for
 * @param reference the digest of the reference data
 * @param sha256 of the canonical JSON, 64 hexadecimal digits
 * @param enterprises how many enterprises it holds
 * @param figures how many figures
 */
public record Snapshot(
        long id,
        int year,
        Scope scope,
        Instant takenAt,
        String by,
        String note,
        String reference,
        String sha256,
        int enterprises,
        int figures) {
    /** Takes the time to the microsecond, as the database keeps it. */
    public Snapshot {
        takenAt = takenAt.truncatedTo(ChronoUnit.MICROS);
    }
}
