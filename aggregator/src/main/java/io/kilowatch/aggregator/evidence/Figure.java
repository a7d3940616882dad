package io.kilowatch.aggregator.evidence;

import io.kilowatch.domain.Period;

/**
 * What evidence is asked of: one indicator of one enterprise in one period.
 *
 * @param enterprise the credit code
 * @param indicator its id, such as {@code unit-product:clinker}
 * @param period the period
 */
public record Figure(String enterprise, String indicator, Period period) {
    /** A short form for messages. */
    @Override
    public String toString() {
        return enterprise + ' ' + indicator + ' ' + period.kind().word() + ' ' + period.start();
    }
}
