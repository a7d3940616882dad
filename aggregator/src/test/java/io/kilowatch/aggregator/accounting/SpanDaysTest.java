package io.kilowatch.aggregator.accounting;

import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.Times.HOUR;
import static io.kilowatch.aggregator.testing.Times.at;
import static io.kilowatch.aggregator.testing.Times.month;
import static io.kilowatch.aggregator.testing.Times.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole days that a span is of, meters that end within it, and what it asks for. */
class SpanDaysTest {
    private static final Period AUGUST = month("2026-08-01");
    private static final LocalDate FIRST = AUGUST.start();

    private final FakeFigures figures = new FakeFigures();
    private final Span august = new Span(AUGUST, figures, BusinessCalendar.CHINA);

    @Test
    void aDayThatIsNotOverCountsWholeAndNoLaterOneDoes() {
        Stretch whole = new Stretch(FIRST, AUGUST.end());

        assertThat(august.days(at("2026-08-10T00:00"))).isEqualTo(new Stretch(FIRST, FIRST.plusDays(9)));
        assertThat(august.days(at("2026-08-10T12:00"))).isEqualTo(new Stretch(FIRST, FIRST.plusDays(10)));
        assertThat(august.days(at("2026-08-31T12:00"))).isEqualTo(whole);
        assertThat(august.days(at("2026-08-01T00:00"))).isEqualTo(whole);
        assertThat(august.days(at("2026-09-01T00:00"))).isEqualTo(whole);
        assertThat(august.days(at("2026-09-02T00:00"))).isEqualTo(whole);
    }

    @Test
    void aMeterThatHasSentReadingsOnItsLastDayLacksNothingAfterIt() {
        Meter ended = aMeter().called("old").to("2026-08-10").build();

        figures.reaching("old", at("2026-08-10T00:00"));
        assertThat(august.until(List.of(ended))).isEqualTo(at("2026-09-01T00:00"));
        figures.reaching("old", at("2026-08-10T00:00") - 1);
        assertThat(august.until(List.of(ended))).isEqualTo(at("2026-08-09T00:00"));
    }

    @Test
    void nothingIsDueAfterAMetersLastDay() {
        Meter ended = aMeter().called("old").to("2026-08-10").build();
        figures.every("old", FIRST, FIRST.plusDays(9), "1");
        figures.cover("old", FIRST.plusDays(9), 12 * HOUR);

        BigDecimal completeness = august.completeness(List.of(ended), at("2026-09-01T00:00"));

        assertThat(completeness).isEqualByComparingTo("0.95"); // 9.5 of 10 days
    }

    @Test
    void metersThatReachEquallyFarButNoWholeDayAreAllBehind() {
        Meter one = aMeter().called("one").build();
        Meter other = aMeter().called("other").build();
        figures.reaching("one", at("2026-08-01T12:00")).reaching("other", at("2026-08-01T12:00"));

        assertThat(august.until(List.of(one, other))).isEqualTo(august.start());
        assertThat(august.behind(List.of(other, one))).containsExactly("one", "other");
    }

    @Test
    void onlyTheMetersThatReachLessFarAreBehind() {
        Meter one = aMeter().called("one").build();
        Meter other = aMeter().called("other").build();
        figures.reaching("one", at("2026-08-01T12:00")).reaching("other", at("2026-08-01T12:15"));

        assertThat(august.behind(List.of(other, one))).containsExactly("one");
    }

    @Test
    void aPeriodThatIsNotCutIsAskedForAsAWhole() {
        Period year = year(2026);
        Figures sums = new Figures() {
            @Override
            public long amount(String meter, Period period) {
                return period.equals(year) ? 42 : Long.MIN_VALUE;
            }

            @Override
            public long measured(String meter, Period period) {
                return 0;
            }

            @Override
            public long coveredUntil(String meter) {
                return at("2027-01-01T00:00");
            }
        };
        Span span = new Span(year, sums, BusinessCalendar.CHINA);

        assertThat(span.amount(aMeter().build(), new Stretch(year.start(), year.end()), at("2027-01-01T00:00")))
                .isEqualTo(42);
    }

    @Test
    void beforeAnythingIsCoveredNothingHasFlowed() {
        figures.on("m1", FIRST, "5");
        Stretch day = new Stretch(FIRST, FIRST.plusDays(1));

        assertThat(august.amount(aMeter().build(), august.start())).isZero();
        assertThat(august.amount(aMeter().build(), day, august.start())).isZero();
        assertThat(august.amount(aMeter().build(), day, at("2026-09-01T00:00"))).isEqualTo(5_000_000);
    }
}
