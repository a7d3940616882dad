package io.kilowatch.aggregator.evidence;

import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.reference.ReferenceData;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a figure was computed from, bounded whatever the period; the readings themselves stay in the archive.
 *
 * @param figure which
 * @param verdict as stored
 * @param subject what it was computed of
 * @param reference by which factors and quotas
 * @param document the registry document in force, as JSON; it may hold secrets
 * @param registryOffset the document's offset
 * @param meters the account's meters, by id
 * @param senders the devices that sent readings, by number
 * @param restatements how the figure was restated, oldest first
 * @param dueUntil up to when readings were due, in milliseconds since 1970 UTC
 */
public record Dossier(
        Figure figure,
        Verdict verdict,
        Subject subject,
        ReferenceData reference,
        String document,
        Optional<Long> registryOffset,
        List<MeterFile> meters,
        Map<Integer, String> senders,
        List<Restatement> restatements,
        long dueUntil) {
    /** Copies its lists. */
    public Dossier {
        meters = List.copyOf(meters);
        senders = Map.copyOf(senders);
        restatements = List.copyOf(restatements);
    }

    /** The figure computed again from the stored sums. */
    public Reappraisal reappraisal() {
        return new Reappraisal(
                subject.enterprise(), subject.account().account(), figure, subject.sums(), reference, subject.rules());
    }
}
