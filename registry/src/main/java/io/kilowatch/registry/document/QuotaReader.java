package io.kilowatch.registry.document;

import io.kilowatch.domain.Quota;
import io.kilowatch.domain.QuotaEntry;
import io.kilowatch.registry.reference.ReferenceData;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the quotas that a document names. */
final class QuotaReader {
    private static final String RATIO = "1";

    private final ReferenceData reference = ReferenceData.standard();

    /** The newest edition of the quota whose id stands at a place, if there is one that gives limits. */
    Optional<Quota> quota(Node place) {
        return place.value().flatMap(id -> {
            Optional<Quota> quota = reference.quotas(id).stream().reduce((older, newer) -> newer);
            if (quota.isEmpty()) {
                place.fault("no quota \"" + id + "\" is known; " + near(id));
            }
            return quota;
        });
    }

    /** The id of a quota of a ratio such as PUE. */
    Optional<String> ratio(Node place) {
        Optional<Quota> quota = quota(place);
        quota.filter(edition -> !edition.unit().equals(RATIO))
                .ifPresent(edition -> place.fault("judges " + edition.unit() + ", not a ratio"));
        return quota.map(Quota::id);
    }

    /** The known ids of the same family, or else the families: there are too many ids to list them all. */
    private String near(String id) {
        SortedSet<String> ids = reference.entries().stream()
                .filter(entry -> entry.kind() == QuotaEntry.Kind.LIMIT)
                .map(entry -> entry.quota().id())
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> family =
                ids.stream().filter(one -> family(one).equals(family(id))).toList();
        return family.isEmpty()
                ? "known ones begin with "
                        + ids.stream().map(QuotaReader::family).distinct().collect(Collectors.joining(", "))
                : "of " + family(id) + " there are " + String.join(", ", family);
    }

    private static String family(String id) {
        int dot = id.indexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }
}
