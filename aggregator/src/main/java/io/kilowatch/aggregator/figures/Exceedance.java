package io.kilowatch.aggregator.figures;

import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A verdict above its limit, with how far.
 *
 * @param verdict which
 * @param share how far above the limit it is, as a share of the limit's size; absent for a limit of 0
 */
public record Exceedance(Verdict verdict, Optional<BigDecimal> share) implements Comparable<Exceedance> {
    private static final int PLACES = 6;

    /** That of a verdict; absent for one that is not above its limit. */
    public static Optional<Exceedance> of(Verdict verdict) {
        boolean exceeds = verdict.judgement()
                .filter(judgement -> judgement.outcome() == Outcome.EXCEEDS)
                .isPresent();
        return exceeds ? Optional.of(new Exceedance(verdict, share(verdict))) : Optional.empty();
    }

    private static Optional<BigDecimal> share(Verdict verdict) {
        Optional<BigDecimal> limit =
                verdict.judgement().flatMap(Verdict.Judgement::limit).filter(figure -> figure.signum() != 0);
        return limit.flatMap(figure ->
                verdict.margin().map(margin -> margin.negate().divide(figure.abs(), PLACES, RoundingMode.HALF_EVEN)));
    }

    @Override
    public int compareTo(Exceedance other) {
        int byShare = other.share.orElse(BigDecimal.ZERO).compareTo(share.orElse(BigDecimal.ZERO));
        return byShare == 0 ? Place.of(verdict).compareTo(Place.of(other.verdict)) : byShare;
    }
}
