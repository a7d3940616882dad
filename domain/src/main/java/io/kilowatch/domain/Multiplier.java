package io.kilowatch.domain;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a meter's numbers are multiplied by, such as the product of its current and voltage transformer ratios.
 *
 * @param from the first day it is in force
 * @param value positive
 */
public record Multiplier(LocalDate from, BigDecimal value) {}
