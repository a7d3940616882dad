package io.kilowatch.aggregator.figures;

import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Which verdicts are asked for.
 *
 * @param enterprises whose, by credit code; absent for everybody's
 * @param kind the kind of period; absent for all
 * @param from the first start of a period
 * @param to the last start of a period
 * @param indicator an indicator's id, or the beginning of ids with {@code *} after it
 * @param outcome the outcome; absent for all, and for figures without one
 */
public record Wanted(
        Optional<Set<String>> enterprises,
        Optional<PeriodKind> kind,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> indicator,
        Optional<Outcome> outcome) {
    /** Copies its set. */
    public Wanted {
        enterprises = enterprises.map(Set::copyOf);
    }

    /** All of one period. */
    public static Wanted of(Period period) {
        return new Wanted(
                Optional.empty(),
                Optional.of(period.kind()),
                Optional.of(period.start()),
                Optional.of(period.start()),
                Optional.empty(),
                Optional.empty());
    }

    /** All of one enterprise. */
    public static Wanted of(String enterprise) {
        return new Wanted(
                Optional.of(Set.of(enterprise)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same of some enterprises only. */
    public Wanted by(Set<String> codes) {
        return new Wanted(Optional.of(codes), kind, from, to, indicator, outcome);
    }

    /** The same of some indicators only. */
    public Wanted indicator(String id) {
        return new Wanted(enterprises, kind, from, to, Optional.of(id), outcome);
    }

    /** The same of periods of a kind that start between two days. */
    public Wanted during(PeriodKind length, LocalDate first, LocalDate last) {
        return new Wanted(enterprises, Optional.of(length), Optional.of(first), Optional.of(last), indicator, outcome);
    }

    /** The one period that is asked for. */
    public Optional<Period> period() {
        return kind.isPresent() && from.isPresent() && from.equals(to)
                ? Optional.of(new Period(kind.get(), from.get()))
                : Optional.empty();
    }

    /** The text that ids have to begin with, if it is not a whole id that is asked for. */
    public Optional<String> prefix() {
        return indicator.filter(id -> id.endsWith("*")).map(id -> id.substring(0, id.length() - 1));
    }
}
