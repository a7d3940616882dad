package io.kilowatch.simulators.truth;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a service should say of one indicator in one period.
 *
 * @param numerator the exact sum above the line
 * @param denominator the exact sum below it; 1 for a plain sum
 * @param until how far into the period it reaches, in milliseconds since 1970
 * @param judged whether there is anything to judge it by
 * @param limit the limit as it is shown
 * @param allowed what may stand above the line at the most
 * @param reasons the codes of why it cannot be judged, completeness apart
 * @param covers how much its meters cover
 * @param since the first day after which the running period is above its limit
 */
public record TrueFigure(
        String enterprise,
        String indicator,
        TruthPeriod period,
        BigDecimal numerator,
        BigDecimal denominator,
        long until,
        boolean judged,
        Optional<BigDecimal> limit,
        Optional<BigDecimal> allowed,
        List<String> reasons,
        List<Cover> covers,
        Optional<LocalDate> since) {
    private static final int PLACES = 6;

    /** Copies the lists. */
    public TrueFigure {
        reasons = List.copyOf(reasons);
        covers = List.copyOf(covers);
    }

    /** The figure, rounded half even to six places; nothing where nothing is below the line. */
    public Optional<BigDecimal> value() {
        return denominator.signum() > 0
                ? Optional.of(numerator.divide(denominator, PLACES, RoundingMode.HALF_EVEN))
                : Optional.empty();
    }

    /** The completeness of its least complete meter. */
    public BigDecimal completeness(long due) {
        return covers.stream()
                .map(cover -> cover.completeness(due))
                .min(BigDecimal::compareTo)
                .orElse(BigDecimal.ONE);
    }

    /** Whether its completeness is the same whatever is due. */
    public boolean isSettled(long due) {
        return covers.stream().allMatch(cover -> cover.isSettled(due));
    }

    /** The codes of why it cannot be judged. */
    public List<String> reasons(long due, BigDecimal threshold) {
        if (!judged || completeness(due).compareTo(threshold) >= 0) {
            return reasons;
        }
        List<String> all = new java.util.ArrayList<>(reasons);
        all.add("incomplete");
        return all;
    }

    /** {@code within}, {@code exceeds} or {@code cannot-be-judged}; nothing where there is nothing to judge by. */
    public Optional<String> outcome(long due, BigDecimal threshold) {
        if (!judged) {
            return Optional.empty();
        }
        if (!reasons(due, threshold).isEmpty() || allowed.isEmpty()) {
            return Optional.of("cannot-be-judged");
        }
        return Optional.of(numerator.compareTo(allowed.get()) <= 0 ? "within" : "exceeds");
    }
}
