package io.kilowatch.domain;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A dated figure that a limit or a conversion depends on, such as an ore grade, as an enterprise declares it.
 *
 * @param id the word of the input, such as {@code ore_grade}
 * @param from the first day it holds; it holds until the next one of the same word
 * @param value in the input's unit
 */
public record Input(String id, LocalDate from, BigDecimal value) {}
