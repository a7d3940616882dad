package io.kilowatch.aggregator.figures;

import io.kilowatch.domain.Outcome;
import java.util.Optional;

/**
 * How many verdicts came out how.
 *
 * @param within within their limit
 * @param exceeds above it
 * @param cannotBeJudged neither
 */
public record Tally(int within, int exceeds, int cannotBeJudged) {
    /** None. */
    public static final Tally NONE = new Tally(0, 0, 0);

    /** With some more of an outcome. */
    public Tally plus(Outcome outcome, int more) {
        return switch (outcome) {
            case WITHIN -> new Tally(within + more, exceeds, cannotBeJudged);
            case EXCEEDS -> new Tally(within, exceeds + more, cannotBeJudged);
            case CANNOT_BE_JUDGED -> new Tally(within, exceeds, cannotBeJudged + more);
        };
    }

    /** The outcome that counts for the whole: one above its limit before one that cannot be judged. */
    public Optional<Outcome> worst() {
        if (exceeds > 0) {
            return Optional.of(Outcome.EXCEEDS);
        }
        if (cannotBeJudged > 0) {
            return Optional.of(Outcome.CANNOT_BE_JUDGED);
        }
        return within > 0 ? Optional.of(Outcome.WITHIN) : Optional.empty();
    }
}
