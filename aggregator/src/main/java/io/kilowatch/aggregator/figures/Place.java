package io.kilowatch.aggregator.figures;

import io.kilowatch.domain.Period;
import io.kilowatch.domain.Verdict;
import java.util.Comparator;

/**
 * The place of a verdict among all: by enterprise, indicator, kind of period and start.
 *
 * @param enterprise the credit code
 * @param indicator the indicator's id
 * @param period the period
 */
public record Place(String enterprise, String indicator, Period period) implements Comparable<Place> {
    private static final Comparator<Place> ORDER = Comparator.comparing(Place::enterprise)
            .thenComparing(Place::indicator)
            .thenComparing(place -> place.period.kind())
            .thenComparing(place -> place.period.start());

    /** That of a verdict. */
    public static Place of(Verdict verdict) {
        return new Place(verdict.enterprise().text(), verdict.indicator(), verdict.period());
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
