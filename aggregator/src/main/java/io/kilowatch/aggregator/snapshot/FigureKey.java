package io.kilowatch.aggregator.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * What a figure of an enterprise is of.
 *
 * @param indicator its id
 * @param period the period
 */
public record FigureKey(String indicator, Period period) implements Comparable<FigureKey> {
    private static final Comparator<FigureKey> ORDER = Comparator.comparing(FigureKey::indicator)
            .thenComparing(key -> key.period().kind())
            .thenComparing(key -> key.period().start());

    static FigureKey of(JsonNode verdict) {
        JsonNode period = verdict.path("period");
        return new FigureKey(
                verdict.path("indicator").asText(),
                new Period(
                        PeriodKind.parse(period.path("kind").asText()),
                        LocalDate.parse(period.path("start").asText())));
    }

    @Override
    public int compareTo(FigureKey other) {
        return ORDER.compare(this, other);
    }
}
