package io.kilowatch.aggregator.testing;

import io.kilowatch.aggregator.figures.Amount;
import io.kilowatch.aggregator.figures.Correction;
import io.kilowatch.aggregator.figures.Place;
import io.kilowatch.aggregator.figures.Tally;
import io.kilowatch.aggregator.figures.Verdicts;
import io.kilowatch.aggregator.figures.Wanted;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Verdict;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Verdicts in memory, in the order that the database gives them in. */
public final class MemoryVerdicts implements Verdicts {
    private final NavigableMap<Place, Verdict> verdicts = new TreeMap<>();
    private final Map<String, List<Correction>> corrections = new HashMap<>();

    public MemoryVerdicts with(List<Verdict> more) {
        more.forEach(verdict -> verdicts.put(Place.of(verdict), verdict));
        return this;
    }

    public MemoryVerdicts corrected(String enterprise, List<Correction> more) {
        corrections.put(enterprise, more);
        return this;
    }

    @Override
    public List<Verdict> page(Wanted wanted, Optional<Place> after, int limit) {
        var rest = after.isPresent() ? verdicts.tailMap(after.get(), false) : verdicts;
        return rest.values().stream()
                .filter(verdict -> holds(wanted, verdict))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Amount> amounts(Wanted wanted) {
        return all(wanted).stream()
                .flatMap(verdict -> verdict.value().stream()
                        .map(value -> new Amount(
                                verdict.enterprise().text(), verdict.period().start(), value, verdict.completeness())))
                .toList();
    }

    private static boolean holds(Wanted wanted, Verdict verdict) {
        LocalDate start = verdict.period().start();
        Optional<Outcome> outcome = verdict.judgement().map(Verdict.Judgement::outcome);
        return wanted.enterprises()
                        .map(codes -> codes.contains(verdict.enterprise().text()))
                        .orElse(true)
                && wanted.kind().map(verdict.period().kind()::equals).orElse(true)
                && wanted.from().filter(start::isBefore).isEmpty()
                && wanted.to().filter(start::isAfter).isEmpty()
                && wanted.prefix()
                        .map(verdict.indicator()::startsWith)
                        .or(() -> wanted.indicator().map(verdict.indicator()::equals))
                        .orElse(true)
                && (wanted.outcome().isEmpty() || wanted.outcome().equals(outcome));
    }

    @Override
    public Optional<LocalDate> newest(PeriodKind kind) {
        return verdicts.values().stream()
                .map(Verdict::period)
                .filter(period -> period.kind() == kind)
                .map(Period::start)
                .max(Comparator.naturalOrder());
    }

    @Override
    public Map<String, Tally> tallies(Period period) {
        Map<String, Tally> tallies = new HashMap<>();
        for (Verdict verdict : all(Wanted.of(period))) {
            verdict.judgement()
                    .ifPresent(judgement -> tallies.merge(
                            verdict.enterprise().text(),
                            Tally.NONE.plus(judgement.outcome(), 1),
                            (one, other) -> one.plus(judgement.outcome(), 1)));
        }
        return tallies;
    }

    @Override
    public List<Verdict> all(Wanted wanted) {
        return page(wanted, Optional.empty(), Integer.MAX_VALUE);
    }

    @Override
    public List<Correction> corrections(String enterprise, LocalDate from, LocalDate until) {
        return corrections.getOrDefault(enterprise, List.of()).stream()
                .filter(one -> !one.period().start().isBefore(from)
                        && one.period().start().isBefore(until))
                .toList();
    }
}
