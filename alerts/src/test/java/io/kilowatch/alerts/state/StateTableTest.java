package io.kilowatch.alerts.state;

import static io.kilowatch.alerts.fixture.VerdictBuilder.aVerdict;
import static io.kilowatch.alerts.fixture.VerdictBuilder.quota;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StateTableTest {
    private static final Instant T0 = Instant.parse("2026-08-19T00:00:00Z");
    private static final Instant T1 = T0.plusSeconds(60);
    private static final Verdict WITHIN = aVerdict().value("105.2").build();
    private static final Verdict EXCEEDS = aVerdict().value("120").build();
    private static final Verdict DOUBTFUL =
            aVerdict().value("121").completeness("0.71").doubtful("incomplete").build();

    @Test
    void opensWhenTheFirstVerdictExceeds() {
        Step step = StateTable.first(EXCEEDS, T0);

        assertThat(step).isInstanceOfSatisfying(Step.Moved.class, moved -> {
            assertThat(moved.alert().status()).isEqualTo(Status.OPEN);
            assertThat(moved.alert().peak()).contains(new BigDecimal("120"));
            assertThat(moved.transition().kind()).isEqualTo(TransitionKind.OPENED);
            assertThat(moved.transition().seq()).isEqualTo(1);
        });
    }

    @Test
    void opensNothingForWhatIsWithinOrCannotBeJudged() {
        assertThat(StateTable.first(WITHIN, T0)).isInstanceOf(Step.Unchanged.class);
        assertThat(StateTable.first(DOUBTFUL, T0)).isInstanceOf(Step.Unchanged.class);
    }

    @Test
    void keepsTheFiguresCurrentWithoutAnEntryForASmallMove() {
        Step step = next(open(), aVerdict().value("120.9").build());

        assertThat(step).isInstanceOfSatisfying(Step.Refreshed.class, refreshed -> {
            assertThat(refreshed.alert().figures().value()).contains(new BigDecimal("120.9"));
            assertThat(refreshed.alert().seq()).isEqualTo(1);
        });
    }

    @Test
    void writesAnEntryOnceTheValueHasMovedByOnePercentOfTheLimit() {
        assertThat(kind(next(open(), aVerdict().value("121.17").build()))).isEqualTo(TransitionKind.UPDATED);
        assertThat(kind(next(open(), aVerdict().value("118.83").build()))).isEqualTo(TransitionKind.UPDATED);
    }

    @Test
    void countsSmallMovesFromTheLastEntryAndNotFromEachOther() {
        Alert crept = alert(next(open(), aVerdict().value("120.8").build()));

        assertThat(kind(next(crept, aVerdict().value("121.2").build()))).isEqualTo(TransitionKind.UPDATED);
    }

    @Test
    void writesAnEntryWhenTheLimitChanges() {
        Verdict stricter =
                aVerdict().value("120").quota(quota("95", "100", "110"), 3).build();

        assertThat(kind(next(open(), stricter))).isEqualTo(TransitionKind.UPDATED);
    }

    @Test
    void clearsAndReopens() {
        Alert cleared = alert(next(open(), WITHIN));
        Step again = StateTable.next(cleared, Event.of(EXCEEDS), T1);

        assertThat(cleared.status()).isEqualTo(Status.CLEARED);
        assertThat(cleared.figures().value()).contains(new BigDecimal("105.2"));
        assertThat(kind(again)).isEqualTo(TransitionKind.REOPENED);
        assertThat(alert(again).openedAt()).isEqualTo(T0);
        assertThat(alert(again).since()).isEqualTo(T1);
    }

    @Test
    void staysOpenWithReservationWhileItCannotBeJudged() {
        Alert qualified = alert(next(open(), DOUBTFUL));

        assertThat(qualified.status()).isEqualTo(Status.OPEN);
        assertThat(qualified.isQualified()).isTrue();
        assertThat(qualified.peak()).contains(new BigDecimal("120"));
        assertThat(kind(next(qualified, EXCEEDS))).isEqualTo(TransitionKind.CONFIRMED);
        assertThat(alert(next(qualified, EXCEEDS)).isQualified()).isFalse();
        assertThat(kind(next(qualified, WITHIN))).isEqualTo(TransitionKind.CLEARED);
        assertThat(alert(next(qualified, WITHIN)).isQualified()).isFalse();
    }

    @Test
    void keepsTheLastValueWhileThereIsNone() {
        Alert qualified =
                alert(next(open(), aVerdict().value(null).doubtful("no-output").build()));

        assertThat(qualified.figures().value()).contains(new BigDecimal("120"));
    }

    @Test
    void writesOneEntryForManyVerdictsOfTheSameDoubt() {
        Alert qualified = alert(next(open(), DOUBTFUL));
        Verdict worse = aVerdict()
                .value("122")
                .completeness("0.70")
                .doubtful("incomplete")
                .build();
        Verdict other = aVerdict().value("122").doubtful("no-factor").build();

        assertThat(next(qualified, worse)).isInstanceOf(Step.Refreshed.class);
        assertThat(kind(next(qualified, other))).isEqualTo(TransitionKind.QUALIFIED);
    }

    @Test
    void standsWithReservationWhenTheIndicatorLosesItsQuota() {
        Alert qualified = alert(next(open(), aVerdict().value("120").unjudged().build()));

        assertThat(qualified.reservations()).containsExactly(Event.NOT_JUDGED);
    }

    @Test
    void isAcknowledgedOnceForTheSameNote() {
        Step first = StateTable.next(open(), Event.acknowledge("李", "已核查"), T1);
        Alert acknowledged = alert(first);

        assertThat(kind(first)).isEqualTo(TransitionKind.ACKNOWLEDGED);
        assertThat(acknowledged.status()).isEqualTo(Status.ACKNOWLEDGED);
        assertThat(StateTable.next(acknowledged, Event.acknowledge("李", "已核查"), T1))
                .isInstanceOf(Step.Unchanged.class);
        assertThat(kind(StateTable.next(acknowledged, Event.acknowledge("李", "补充"), T1)))
                .isEqualTo(TransitionKind.ACKNOWLEDGED);
    }

    @Test
    void staysAcknowledgedWhenItWorsens() {
        Alert acknowledged = alert(StateTable.next(open(), Event.acknowledge("李", ""), T1));
        Step worse = next(acknowledged, aVerdict().value("130").build());

        assertThat(kind(worse)).isEqualTo(TransitionKind.UPDATED);
        assertThat(alert(worse).status()).isEqualTo(Status.ACKNOWLEDGED);
    }

    @Test
    void refusesToBeAcknowledgedOnceCleared() {
        Alert cleared = alert(next(open(), WITHIN));

        assertThat(StateTable.next(cleared, Event.acknowledge("李", ""), T1))
                .isEqualTo(new Step.Refused(Status.CLEARED));
    }

    @Test
    void forgetsTheAcknowledgementWhenItReopens() {
        Alert acknowledged = alert(StateTable.next(open(), Event.acknowledge("李", ""), T1));
        Alert reopened = alert(next(alert(next(acknowledged, WITHIN)), EXCEEDS));

        assertThat(reopened.status()).isEqualTo(Status.OPEN);
        assertThat(reopened.acknowledgement()).isEmpty();
    }

    private static Alert open() {
        return alert(StateTable.first(EXCEEDS, T0));
    }

    private static Step next(Alert alert, Verdict verdict) {
        return StateTable.next(alert, Event.of(verdict), T1);
    }

    private static Alert alert(Step step) {
        if (step instanceof Step.Refreshed refreshed) {
            return refreshed.alert();
        }
        return ((Step.Moved) step).alert();
    }

    private static TransitionKind kind(Step step) {
        return ((Step.Moved) step).transition().kind();
    }
}
