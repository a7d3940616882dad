package io.kilowatch.domain;

import java.time.LocalDate;

/**
 * How output is converted to the tonne that a standard counts in (标准吨、折标产量), by an expression with named inputs.
 *
 * @param id the word in documents, such as {@code calcium-carbide.gas-yield}
 * @param name its names
 * @param expression what a unit of output is multiplied with, such as {@code gas_yield / 300}
 * @param standard the standard
 * @param clause where in it
 * @param effectiveFrom the first day it is in force
 * @param verified whether it was read in a text
 * @param source where it was found
 */
public record OutputConversion(
        String id,
        Name name,
        String expression,
        String standard,
        String clause,
        LocalDate effectiveFrom,
        boolean verified,
        String source) {}
