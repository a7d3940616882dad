package io.kilowatch.aggregator.outlook;

import io.kilowatch.domain.Basis;
import io.kilowatch.domain.Declared;
import java.math.BigDecimal;
import java.util.List;

/**
 * The annual energy budget of a region, as its operator gives it.
 *
 * @param region six digits, GB/T 2260; those that end in zeros hold what lies in them
 * @param year the year
 * @param tce tonnes of coal equivalent
 * @param basis calorific or primary equivalent
 * @param document what set it
 */
public record RegionBudget(String region, int year, BigDecimal tce, Basis basis, String document) {
    /** The same as a budget of even days. */
    Declared.Budget plan() {
        return new Declared.Budget(year, tce, basis, document, List.of());
    }
}
