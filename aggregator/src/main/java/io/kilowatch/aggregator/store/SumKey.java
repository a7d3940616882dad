package io.kilowatch.aggregator.store;

import io.kilowatch.domain.Period;

/**
 * What a sum is of.
 *
 * @param meter the meter's number
 * @param period the period
 */
public record SumKey(int meter, Period period) {}
