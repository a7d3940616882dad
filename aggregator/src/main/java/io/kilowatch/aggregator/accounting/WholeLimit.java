package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.Limits;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * One level of a limit over a whole period: what each part of it allows, added up.
 *
 * <p>Where the limit changes within the period, by another edition or another input, each part's output is allowed that
 * part's limit; the limit shown is the mean of them, weighted by what is below the line.
 *
 * @param allowed what may stand above the line at the most
 * @param figure the limit shown, to six places where it is a mean
 */
record WholeLimit(BigDecimal allowed, BigDecimal figure) {
    private static final int PLACES = 6;

    /**
     * One part of it.
     *
     * @param limits the part's levels
     * @param denominator its sum below the line
     */
    record OfPart(Limits limits, BigDecimal denominator) {}

    /** A level over some parts, at least one; absent where a part that has anything below the line lacks it. */
    static Optional<WholeLimit> of(List<OfPart> parts, int level) {
        List<OfPart> weighing =
                parts.stream().filter(part -> part.denominator().signum() != 0).toList();
        List<OfPart> counted = weighing.isEmpty() ? parts : weighing;
        if (counted.stream().anyMatch(part -> part.limits().level(level).isEmpty())) {
            return Optional.empty();
        }
        BigDecimal allowed = BigDecimal.ZERO;
        BigDecimal below = BigDecimal.ZERO;
        for (OfPart part : counted) {
            allowed = allowed.add(limit(part, level).multiply(part.denominator()));
            below = below.add(part.denominator());
        }
        BigDecimal first = limit(counted.get(0), level);
        boolean constant = counted.stream().allMatch(part -> limit(part, level).compareTo(first) == 0);
        if (constant || below.signum() == 0) {
            return Optional.of(new WholeLimit(allowed, first));
        }
        return Optional.of(new WholeLimit(
                allowed, allowed.divide(below, MathContext.DECIMAL128).setScale(PLACES, RoundingMode.HALF_EVEN)));
    }

    private static BigDecimal limit(OfPart part, int level) {
        return part.limits().level(level).orElseThrow();
    }

    /** Whether a sum above the line is not more than is allowed. */
    boolean allows(BigDecimal numerator) {
        return numerator.compareTo(allowed) <= 0;
    }
}
