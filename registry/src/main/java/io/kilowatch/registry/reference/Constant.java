package io.kilowatch.registry.reference;

import io.kilowatch.domain.Name;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A figure of a standard that belongs to no carrier and no quota.
 *
 * @param id the word in code, such as {@code kgce.kilojoules}
 * @param value the figure
 * @param unit its unit
 * @param name its names
 * @param standard the standard or document
 * @param clause where in it
 * @param effectiveFrom the first day it is in force
 * @param verified whether it was read in a text
 * @param source where it was found
 */
public record Constant(
        String id,
        BigDecimal value,
        String unit,
        Name name,
        String standard,
        String clause,
        LocalDate effectiveFrom,
        boolean verified,
        String source) {}
