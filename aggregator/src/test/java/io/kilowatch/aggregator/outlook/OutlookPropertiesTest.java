package io.kilowatch.aggregator.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.Name;
import io.kilowatch.domain.WarningGrade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What must hold for any figures. */
class OutlookPropertiesTest {
    private static final LocalDate YEAR = LocalDate.of(2026, 1, 1);

    @Property(tries = 50)
    void theForecastOfAConstantSeriesIsExactAndWithoutRange(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long micros,
            @ForAll @IntRange(min = 14, max = 364) int day,
            @ForAll boolean withLastYear) {
        BigDecimal each = BigDecimal.valueOf(micros, 6);
        Map<LocalDate, BigDecimal> days = new TreeMap<>();
        LocalDate from = withLastYear ? YEAR.minusYears(1) : YEAR;
        from.datesUntil(YEAR.plusDays(day)).forEach(one -> days.put(one, each));

        Forecast.Made made = made(Series.ofSums(days), day);

        BigDecimal year = each.multiply(BigDecimal.valueOf(365));
        assertThat(made.value()).isEqualTo(new Range(year, year, year));
    }

    @Property(tries = 50)
    void scalingAllValuesScalesTheForecast(
            @ForAll long seed,
            @ForAll @IntRange(min = 20, max = 364) int day,
            @ForAll @IntRange(min = 2, max = 1000) int factor) {
        BigDecimal times = BigDecimal.valueOf(factor);
        TreeMap<LocalDate, BigDecimal> days = random(seed, day);
        TreeMap<LocalDate, BigDecimal> scaled = new TreeMap<>();
        days.forEach((one, amount) -> scaled.put(one, amount.multiply(times)));

        Forecast.Made plain = made(Series.ofSums(days), day);
        Forecast.Made large = made(Series.ofSums(scaled), day);

        assertThat(large.method()).isEqualTo(plain.method());
        assertThat(large.value().value()).isCloseTo(plain.value().value().multiply(times), within(factor));
        assertThat(large.value().low()).isCloseTo(plain.value().low().multiply(times), within(factor));
        assertThat(large.value().high()).isCloseTo(plain.value().high().multiply(times), within(factor));
    }

    @Property(tries = 50)
    void theAllowanceUsedExactlyGivesExactlyTheLimit(
            @ForAll long seed,
            @ForAll @IntRange(min = 20, max = 364) int day,
            @ForAll @IntRange(min = 1, max = 5_000_000) int micros) {
        BigDecimal limit = BigDecimal.valueOf(micros, 6);
        Map<LocalDate, Sums> days = new TreeMap<>();
        random(seed, day).forEach((one, amount) -> days.put(one, new Sums(amount, amount.add(BigDecimal.ONE))));
        Forecast.Made made = made(Series.ofRatios(days), day);

        QuotaOutlook outlook = QuotaOutlook.of(made, limit, Optional.empty());

        Sums toDate = made.course().toDate();
        BigDecimal output = toDate.denominator().add(made.course().ahead().denominator());
        BigDecimal used = toDate.numerator().add(outlook.allowance().amount());
        assertThat(used).isEqualByComparingTo(limit.multiply(output));
        BigDecimal byUnit = outlook.allowance()
                .perUnit()
                .orElseThrow()
                .multiply(made.course().ahead().denominator());
        assertThat(byUnit).isLessThanOrEqualTo(outlook.allowance().amount());
    }

    @Property(tries = 50)
    void theForecastLiesInItsRangeAndTheYearIsTheSumOfItsParts(
            @ForAll long seed, @ForAll @IntRange(min = 20, max = 365) int day) {
        Forecast.Made made = made(Series.ofSums(random(seed, day)), day);

        Course course = made.course();
        assertThat(course.days()).hasSize(365);
        assertThat(course.toDate().plus(course.ahead()).numerator().setScale(6, RoundingMode.HALF_EVEN))
                .isEqualTo(made.value().value());
        assertThat(made.value().low()).isLessThanOrEqualTo(made.value().value());
        assertThat(made.value().high()).isGreaterThanOrEqualTo(made.value().value());
        Course.Days count = course.count();
        assertThat(count.known() + count.filled()).isEqualTo(day);
        assertThat(count.remaining()).isEqualTo(365 - day);
    }

    @Property
    void everyCompletionHasExactlyOneGradeOfASchemeWithoutGaps(
            @ForAll @LongRange(min = -2_000_000, max = 2_000_000) long micros,
            @ForAll @IntRange(min = 0, max = 2) int near) {
        List<WarningGrade> grades = List.of(
                grade("red", "", "0.5"),
                grade("orange", "0.5", "0.9"),
                grade("yellow", "0.9", "1"),
                grade("green", "1", ""));
        BigDecimal border = List.of(new BigDecimal("0.5"), new BigDecimal("0.9"), BigDecimal.ONE)
                .get(near);
        for (BigDecimal completion :
                List.of(BigDecimal.valueOf(micros, 6), border, border.add(BigDecimal.valueOf(micros, 9)))) {
            long holding =
                    grades.stream().filter(grade -> grade.holds(completion)).count();

            assertThat(holding).isEqualTo(1);
            assertThat(Grades.of(grades, "budget", completion)).isPresent();
            assertThat(Grades.of(grades, "barometer", completion)).isEmpty();
        }
    }

    private static Forecast.Made made(Series series, int day) {
        return (Forecast.Made) Forecast.of(series, 2026, YEAR.plusDays(day));
    }

    /** About four of five days of this year and the last, of 0 to 100. */
    private static TreeMap<LocalDate, BigDecimal> random(long seed, int day) {
        Random random = new Random(seed);
        TreeMap<LocalDate, BigDecimal> days = new TreeMap<>();
        YEAR.minusYears(1).datesUntil(YEAR.plusDays(day)).forEach(one -> {
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(100_000_000), 6);
            if (random.nextInt(5) > 0) {
                days.put(one, amount);
            }
        });
        return days;
    }

    private static org.assertj.core.data.Offset<BigDecimal> within(int factor) {
        return org.assertj.core.data.Offset.offset(BigDecimal.valueOf(factor, 6));
    }

    private static WarningGrade grade(String id, String atLeast, String below) {
        return new WarningGrade(
                "budget", id, new Name(id, id), optional(atLeast), optional(below), "document", true, "source");
    }

    private static Optional<BigDecimal> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }
}
