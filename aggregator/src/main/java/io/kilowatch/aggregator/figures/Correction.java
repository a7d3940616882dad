package io.kilowatch.aggregator.figures;

import io.kilowatch.domain.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A published figure that was corrected.
 *
 * @param indicator which
 * @param period of which period
 * @param unit its unit
 * @param oldValue what it said
 * @param newValue what it says since
 * @param oldOutcome the outcome's word then
 * @param newOutcome the outcome's word since
 * @param cause {@code registry}, {@code reference} or {@code reading}
 * @param at when
 */
public record Correction(
        String indicator,
        Period period,
        String unit,
        Optional<BigDecimal> oldValue,
        Optional<BigDecimal> newValue,
        Optional<String> oldOutcome,
        Optional<String> newOutcome,
        String cause,
        Instant at) {}
