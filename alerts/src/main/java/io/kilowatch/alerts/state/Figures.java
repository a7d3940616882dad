package io.kilowatch.alerts.state;

import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * The numbers of a verdict that an alert shows.
 *
 * @param value the indicator's value
 * @param limit the limit that applies
 * @param completeness 0 to 1
 * @param asOf how far into the period the value reaches
 */
public record Figures(Optional<BigDecimal> value, Optional<BigDecimal> limit, BigDecimal completeness, Instant asOf) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Drops trailing zeros, so that equal numbers are equal figures. */
    public Figures {
        value = value.map(Figures::plain);
        limit = limit.map(Figures::plain);
        completeness = plain(completeness);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The figures of a verdict. */
    public static Figures of(Verdict verdict) {
        return new Figures(
                verdict.value(),
                verdict.judgement().flatMap(Verdict.Judgement::limit),
                verdict.completeness(),
                verdict.asOf());
    }

    /** These figures, with the value and limit of others where these have none. */
    public Figures orElse(Figures others) {
        return new Figures(value.or(others::value), limit.or(others::limit), completeness, asOf);
    }

    /** How far the value lies above its limit, in percent of the limit to two places; negative when below. */
    public Optional<BigDecimal> overshootPercent() {
        return value.flatMap(v -> limit.filter(l -> l.signum() != 0)
                .map(l -> v.subtract(l)
                        .multiply(HUNDRED)
                        .divide(l.abs(), MathContext.DECIMAL64)
                        .setScale(2, RoundingMode.HALF_EVEN)));
    }
}
