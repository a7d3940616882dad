package io.kilowatch.alerts.desk;

import io.kilowatch.domain.PeriodKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What there is, in a few numbers.
 *
 * @param asOf how far the newest data reaches; absent before the first verdict
 * @param spans the first and the last period of each kind that has any
 * @param open alerts that are open
 * @param acknowledged alerts that are acknowledged
 */
public record Overview(Optional<Instant> asOf, Map<PeriodKind, Span> spans, long open, long acknowledged) {
    /**
     * The periods of one kind.
     *
     * @param first the start of the first
     * @param last the start of the last
     */
    public record Span(LocalDate first, LocalDate last) {}

    /** Copies its map. */
    public Overview {
        spans = Map.copyOf(spans);
    }
}
