package io.kilowatch.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One row of the quota table, with the rules that belong to it.
 *
 * @param quota the edition: standard, names, unit, levels, date
 * @param kind whether it gives limits or the NDRC's benchmark and baseline
 * @param industry the table's industry
 * @param product the product
 * @param condition process or condition, as published
 * @param benchmark benchmark level (标杆水平)
 * @param baseline baseline level (基准水平)
 * @param basis the basis that its indicator is counted on
 * @param factorScope the standard whose own factors go before the general ones
 * @param supersededBy what replaces it, as the table says; empty where nothing is known
 * @param rules corrections in the order they are applied, and exemptions
 */
public record QuotaEntry(
        Quota quota,
        Kind kind,
        String industry,
        String product,
        String condition,
        Optional<BigDecimal> benchmark,
        Optional<BigDecimal> baseline,
        Basis basis,
        Optional<String> factorScope,
        String supersededBy,
        List<QuotaRule> rules) {
    /** Copies its rules. */
    public QuotaEntry {
        rules = List.copyOf(rules);
    }

    /** What a row gives. */
    public enum Kind {
        /** Limits in three levels. */
        LIMIT,
        /** The NDRC's benchmark and baseline for the same indicator. */
        BENCHMARK
    }
}
