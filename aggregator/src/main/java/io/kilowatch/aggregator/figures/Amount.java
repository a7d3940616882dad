package io.kilowatch.aggregator.figures;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The value of a figure alone, where many are needed.
 *
 * @param enterprise whose
 * @param start the first day of its period
 * @param value its value
 * @param completeness 0 to 1
 */
public record Amount(String enterprise, LocalDate start, BigDecimal value, BigDecimal completeness) {}
