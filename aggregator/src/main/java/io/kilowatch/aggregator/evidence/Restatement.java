package io.kilowatch.aggregator.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A published figure that was changed by a correction.
 *
 * @param restatedAt when
 * @param cause {@code registry}, {@code reference} or {@code reading}
 * @param registryOffset the document that the new figure is computed with, by its offset
 * @param unit of both values
 * @param oldValue absent where there was none
 * @param newValue absent where there is none
 * @param oldOutcome absent for a figure without quota
 * @param newOutcome absent for a figure without quota
 */
public record Restatement(
        Instant restatedAt,
        String cause,
        long registryOffset,
        String unit,
        Optional<BigDecimal> oldValue,
        Optional<BigDecimal> newValue,
        Optional<String> oldOutcome,
        Optional<String> newOutcome) {}
