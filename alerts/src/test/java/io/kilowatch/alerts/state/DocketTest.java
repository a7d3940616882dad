package io.kilowatch.alerts.state;

import static io.kilowatch.alerts.fixture.VerdictBuilder.aVerdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DocketTest {
    private static final Instant NOW = Instant.parse("2026-08-19T00:00:00Z");
    private static final Set<PeriodKind> ALERTED = Set.of(PeriodKind.MONTH, PeriodKind.YEAR);

    @Property
    void thereIsOneAlertForAKeyAndItsHistoryIsNumberedWithoutGaps(@ForAll("verdicts") List<Verdict> verdicts) {
        Docket docket = run(Map.of(), verdicts);

        Map<UUID, List<Transition>> history = docket.transitions().stream()
                .collect(Collectors.groupingBy(entry -> entry.key().id()));
        Set<AlertKey> keys = docket.changed().stream().map(Alert::key).collect(Collectors.toSet());
        assertThat(keys).hasSameSizeAs(docket.changed());
        history.forEach((id, entries) -> {
            List<Integer> numbers = new ArrayList<>();
            for (int i = 1; i <= entries.size(); i++) {
                numbers.add(i);
            }
            assertThat(entries).extracting(Transition::seq).isEqualTo(numbers);
            assertThat(entries.get(0).kind()).isEqualTo(TransitionKind.OPENED);
        });
    }

    @Property
    void aVerdictThatComesTwiceChangesNothing(@ForAll("verdicts") List<Verdict> verdicts) {
        List<Verdict> twice = verdicts.stream()
                .flatMap(verdict -> List.of(verdict, verdict).stream())
                .toList();

        Docket once = run(Map.of(), verdicts);
        Docket repeated = run(Map.of(), twice);

        assertThat(repeated.transitions()).isEqualTo(once.transitions());
        assertThat(byId(repeated)).isEqualTo(byId(once));
    }

    @Property
    void itMakesNoDifferenceHowVerdictsFallIntoPolls(@ForAll("verdicts") List<Verdict> verdicts) {
        Map<UUID, Alert> stored = new HashMap<>();
        List<Transition> history = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            Docket docket = run(stored, List.of(verdict));
            stored.putAll(byId(docket));
            history.addAll(docket.transitions());
        }

        Docket atOnce = run(Map.of(), verdicts);
        assertThat(atOnce.transitions()).isEqualTo(history);
        assertThat(byId(atOnce)).isEqualTo(stored);
    }

    @Property
    void anAlertStandsIfAndOnlyIfTheLastJudgementExceeds(@ForAll("verdicts") List<Verdict> verdicts) {
        Map<AlertKey, Outcome> last = new HashMap<>();
        verdicts.stream()
                .filter(verdict -> ALERTED.contains(verdict.period().kind()))
                .forEach(verdict -> verdict.judgement()
                        .filter(judgement -> judgement.outcome() != Outcome.CANNOT_BE_JUDGED)
                        .ifPresent(judgement -> last.put(AlertKey.of(verdict), judgement.outcome())));

        Set<AlertKey> standing = run(Map.of(), verdicts).changed().stream()
                .filter(alert -> alert.status() != Status.CLEARED)
                .map(Alert::key)
                .collect(Collectors.toSet());

        assertThat(standing)
                .isEqualTo(last.entrySet().stream()
                        .filter(entry -> entry.getValue() == Outcome.EXCEEDS)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    @Property
    void onlyAStandingAlertIsQualified(@ForAll("verdicts") List<Verdict> verdicts) {
        assertThat(run(Map.of(), verdicts).changed())
                .filteredOn(Alert::isQualified)
                .allMatch(alert -> alert.status() != Status.CLEARED);
    }

    private static Docket run(Map<UUID, Alert> stored, List<Verdict> verdicts) {
        Docket docket = new Docket(stored, ALERTED, NOW);
        verdicts.forEach(docket::take);
        return docket;
    }

    private static Map<UUID, Alert> byId(Docket docket) {
        return docket.changed().stream()
                .collect(Collectors.toMap(alert -> alert.key().id(), alert -> alert));
    }

    @Provide
    Arbitrary<List<Verdict>> verdicts() {
        Arbitrary<Period> periods = Arbitraries.of(
                new Period(PeriodKind.DAY, LocalDate.of(2026, 8, 3)),
                new Period(PeriodKind.MONTH, LocalDate.of(2026, 8, 1)),
                new Period(PeriodKind.YEAR, LocalDate.of(2026, 1, 1)));
        Arbitrary<String> values = Arbitraries.of("80", "116.9999", "117", "117.5", "118", "118.7", "140", "160");
        Arbitrary<String> doubts = Arbitraries.of("", "", "", "incomplete", "no-factor", "unjudged");
        return Combinators.combine(periods, values, doubts)
                .as((period, value, doubt) -> {
                    var verdict = aVerdict().in(period).value(value);
                    if (doubt.equals("unjudged")) {
                        return verdict.unjudged().build();
                    }
                    return doubt.isEmpty()
                            ? verdict.build()
                            : verdict.doubtful(doubt).build();
                })
                .list()
                .ofMaxSize(40);
    }
}
