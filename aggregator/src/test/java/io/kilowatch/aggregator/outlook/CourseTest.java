package io.kilowatch.aggregator.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CourseTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 31);

    @Test
    void whatWasBeforeTheFirstKnownDayIsNotMadeUp() {
        Map<LocalDate, BigDecimal> days = new HashMap<>();
        FIRST.datesUntil(TODAY).forEach(day -> days.put(day, BigDecimal.TEN));
        days.remove(FIRST.plusDays(14));

        Course course = ((Forecast.Made) Forecast.of(Series.ofSums(days), 2026, TODAY)).course();

        assertThat(course.days().firstKey()).isEqualTo(FIRST);
        assertThat(course.count()).isEqualTo(new Course.Days(29, 1, 154));
        assertThat(course.toDate().numerator()).isEqualByComparingTo("300");
        assertThat(course.total().numerator()).isEqualByComparingTo("1840");
    }

    @Test
    void gapsOfAYearThatFollowsAKnownOneAreFilledFromItsFirstDay() {
        Map<LocalDate, BigDecimal> days = new HashMap<>();
        LocalDate.of(2025, 12, 1).datesUntil(LocalDate.of(2026, 1, 1)).forEach(day -> days.put(day, BigDecimal.TEN));
        FIRST.datesUntil(TODAY).forEach(day -> days.put(day, BigDecimal.TEN));

        Course course = ((Forecast.Made) Forecast.of(Series.ofSums(days), 2026, TODAY)).course();

        assertThat(course.days().firstKey()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(course.count().filled()).isEqualTo(181);
    }
}
