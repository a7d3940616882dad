package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.Declared;
import io.kilowatch.domain.Declared.Renewable;
import io.kilowatch.domain.DualControlRule;
import java.math.BigDecimal;
import java.util.Set;

/**
 * The non-fossil electricity that a rule of dual control takes off in a year, in kWh.
 *
 * @param year of the kinds that the rule names, in the year
 * @param base of the same kinds in the rule's base year; 0 where it counts no increment
 * @param deducted what it takes off, nothing where less is there than in the base year
 */
public record NonFossil(BigDecimal year, BigDecimal base, BigDecimal deducted) {
    /** The kinds that are renewable. */
    public static final Set<Renewable.Kind> RENEWABLE =
            Set.of(Renewable.Kind.CERTIFICATE, Renewable.Kind.BUNDLED_CERTIFICATE, Renewable.Kind.OWN_GENERATION);

    /** That of a rule in a year. */
    public static NonFossil of(DualControlRule rule, Declared declared, int year) {
        BigDecimal counted = kilowattHours(declared, rule.kinds(), year);
        BigDecimal base = rule.renewables() == DualControlRule.Share.INCREMENT
                ? rule.baseYear()
                        .map(from -> kilowattHours(declared, rule.kinds(), from))
                        .orElse(BigDecimal.ZERO)
                : BigDecimal.ZERO;
        BigDecimal deducted = rule.renewables() == DualControlRule.Share.NONE
                ? BigDecimal.ZERO
                : counted.subtract(base).max(BigDecimal.ZERO);
        return new NonFossil(counted, base, deducted);
    }

    /** What is declared of some kinds for a year. */
    public static BigDecimal kilowattHours(Declared declared, Set<Renewable.Kind> kinds, int year) {
        return declared.renewables().stream()
                .filter(one -> one.year() == year && kinds.contains(one.kind()))
                .map(Renewable::kilowattHours)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
