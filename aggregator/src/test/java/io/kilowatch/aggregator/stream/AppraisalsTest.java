package io.kilowatch.aggregator.stream;

import static io.kilowatch.aggregator.testing.EnterpriseBuilder.anEnterprise;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.PointBuilder.aReading;
import static io.kilowatch.aggregator.testing.Times.at;
import static io.kilowatch.aggregator.testing.Times.day;
import static io.kilowatch.aggregator.testing.Times.month;
import static io.kilowatch.aggregator.testing.Times.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.AggregatorConfig;
import io.kilowatch.aggregator.ledger.Definition;
import io.kilowatch.aggregator.ledger.Flow;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.ledger.Timeline.Part;
import io.kilowatch.aggregator.store.Sum;
import io.kilowatch.aggregator.store.SumKey;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Verdict;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.registry.feed.RegistrySnapshot;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AppraisalsTest {
    private static final Instant START = Instant.ofEpochMilli(at("2026-08-10T12:00"));
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final Ledgers ledgers = new Ledgers(BusinessCalendar.CHINA);
    private final Appraisals appraisals =
            new Appraisals(AggregatorConfig.from(new Settings(Map.of(), Map.of())), ledgers);
    private final Enterprise enterprise =
            anEnterprise().with(aMeter()).comprehensive("m1").build();
    private final String code = enterprise.code().text();

    @Test
    void nothingIsReviewedBeforeTheFirstIntervalIsOver() {
        appraisals.know("a");

        assertThat(appraisals.toReview(START)).isEmpty();
        assertThat(appraisals.toReview(START.plus(QUARTER).minusMillis(1))).isEmpty();
        assertThat(appraisals.toReview(START.plus(QUARTER))).containsExactly("a");
        assertThat(appraisals.toReview(START.plus(QUARTER))).isEmpty();
        assertThat(appraisals.toReview(START.plus(QUARTER).plus(QUARTER))).containsExactly("a");
    }

    @Test
    void manyEnterprisesAreReviewedAFewAtATime() {
        for (int i = 0; i < 120; i++) {
            appraisals.know("e" + i);
        }
        appraisals.toReview(START);
        Instant due = START.plus(QUARTER);

        List<Set<String>> portions = List.of(
                appraisals.toReview(due), appraisals.toReview(due), appraisals.toReview(due), appraisals.toReview(due));

        assertThat(portions).extracting(Set::size).containsExactly(50, 50, 20, 0);
        Set<String> all = new HashSet<>();
        portions.forEach(all::addAll);
        assertThat(all).hasSize(120);
    }

    @Test
    void whatIsForgottenIsNotReviewed() {
        appraisals.know("a");
        appraisals.toReview(START);

        appraisals.forgetAll();

        assertThat(appraisals.toReview(START.plus(QUARTER))).isEmpty();
    }

    @Test
    void thePeriodsThatRunAreOpenAsFarAsTheReadingsReach() throws SQLException {
        load(Optional.of("2026-08-10T11:45"));

        assertThat(openAt(START)).containsExactlyInAnyOrder(day("2026-08-10"), month("2026-08-01"), year(2026));
    }

    @Test
    void aPeriodThatIsCoveredToItsEndIsTheOneThatRuns() throws SQLException {
        load(Optional.of("2026-08-01T00:00"));

        assertThat(openAt(Instant.ofEpochMilli(at("2026-08-01T00:10"))))
                .containsExactlyInAnyOrder(day("2026-07-31"), month("2026-07-01"), year(2026));
    }

    @Test
    void aSilentEnterpriseIsReviewedUpToWhatIsDueByTheClock() throws SQLException {
        load(Optional.of("2026-07-20T00:00"));

        assertThat(openAt(START)) // 36 hours before noon of the 10th is midnight between the 8th and the 9th
                .containsExactlyInAnyOrder(day("2026-08-08"), month("2026-08-01"), year(2026));
        assertThat(openAt(START.plus(QUARTER))).contains(day("2026-08-08"), day("2026-08-09"));
    }

    @Test
    void theDayThatEndedSinceTheLastReviewIsOpenOnceMore() throws SQLException {
        load(Optional.of("2026-07-20T00:00"));

        assertThat(openAt(START.plusMillis(1))).contains(day("2026-08-08"), day("2026-08-09"));
    }

    @Test
    void anEnterpriseWithoutReadingsHasNoOpenPeriods() throws SQLException {
        load(Optional.empty());
        appraisals.know(code);
        appraisals.toReview(START);

        assertThat(appraisals.openPeriods(appraisals.toReview(START.plus(QUARTER)), START.plus(QUARTER)))
                .isEmpty();
    }

    @Test
    void anEnterpriseThatWasPutAsideInTheSamePollIsPassedOver() throws SQLException {
        load(Optional.of("2026-08-10T11:45"));
        appraisals.know(code);
        appraisals.toReview(START);
        Set<String> review = appraisals.toReview(START.plus(QUARTER));
        ledgers.forget(code);

        assertThat(appraisals.openPeriods(review, START.plus(QUARTER))).isEmpty();
    }

    @Test
    void aVerdictIsNewsOnlyWhenItSaysSomethingElse() throws SQLException {
        load(Optional.of("2026-08-10T11:45"));
        var touched = Map.of(code, Set.of(day("2026-08-10")));

        assertThat(appraisals.of(EmptyDatabase.connection(), touched, START))
                .extracting(Verdict::indicator)
                .containsExactly("energy.electricity", "comprehensive-energy", "comprehensive-energy:primary");
        assertThat(appraisals.of(EmptyDatabase.connection(), touched, START.plusSeconds(5)))
                .isEmpty();

        ledgers.of(code).put(new SumKey(1, day("2026-08-10")), new Sum(5_000_000, 900_000, 0));
        assertThat(appraisals.of(EmptyDatabase.connection(), touched, START.plusSeconds(9)))
                .extracting(verdict ->
                        verdict.value().orElseThrow().stripTrailingZeros().toPlainString())
                .containsExactly("5", "0.000614", "0.001533"); // 0.6145 kgce, half even; 5 × 0.3066
    }

    @Test
    void anEnterpriseThatIsNotRegisteredHasNoVerdicts() throws SQLException {
        ledgers.load(EmptyDatabase.connection(), List.of(code), RegistrySnapshot.EMPTY);

        assertThat(appraisals.of(EmptyDatabase.connection(), Map.of(code, Set.of(year(2026))), START))
                .isEmpty();
    }

    private Set<io.kilowatch.domain.Period> openAt(Instant now) {
        appraisals.know(code);
        appraisals.toReview(now.minus(QUARTER));
        Set<String> review = appraisals.toReview(now);
        return appraisals.openPeriods(review, now).getOrDefault(code, Set.of());
    }

    private void load(Optional<String> latestReading) throws SQLException {
        RegistrySnapshot snapshot = new RegistrySnapshot(Map.of(code, new RegistrySnapshot.Entry(enterprise, 0)));
        ledgers.load(EmptyDatabase.connection(), List.of(code), snapshot);
        Flow flow = Flow.of(Definition.of(enterprise.meter("m1"), BusinessCalendar.CHINA), BusinessCalendar.CHINA);
        List<Point> tail =
                latestReading.map(at -> aReading(at).build()).stream().toList();
        ledgers.of(code)
                .meters()
                .put(
                        "m1",
                        new MeterLedger(
                                1, flow, new Part(tail, true, true), OptionalLong.empty(), OptionalLong.empty()));
    }
}
