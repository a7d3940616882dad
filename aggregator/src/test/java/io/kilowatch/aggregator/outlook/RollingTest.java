package io.kilowatch.aggregator.outlook;

import static io.kilowatch.aggregator.outlook.SeriesBuilder.decimal;
import static io.kilowatch.aggregator.outlook.SeriesBuilder.sums;
import static io.kilowatch.aggregator.outlook.Verdicts.aVerdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.Verdict;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollingTest {
    private static final YearMonth JUNE = YearMonth.of(2026, 6);

    @Test
    void aRatioIsTheYearsSumOverTheYearsSum() {
        List<Verdict> months = new ArrayList<>();
        for (int back = 12; back >= -1; back--) {
            String month = "month:" + JUNE.minusMonths(back) + "-01";
            months.add(aVerdict()
                    .in(month)
                    .worth("9")
                    .summing(back == 0 ? "30" : "12", back == 0 ? "20" : "10")
                    .build());
        }

        Rolling rolling = Rolling.of(JUNE, months);

        // Eleven months of 12 over 10 and one of 30 over 20; the one before and the one after do not count.
        assertThat(rolling.last()).isEqualTo(JUNE);
        assertThat(rolling.sums()).isEqualTo(sums("162", "130"));
        assertThat(rolling.value()).contains(decimal("1.246154"));
        assertThat(rolling.completeness()).isEqualTo(decimal("1.0000"));
        assertThat(rolling.missing()).isEmpty();
    }

    @Test
    void completenessIsWeightedByDaysAndRoundedDown() {
        Rolling rolling = Rolling.of(
                JUNE,
                List.of(
                        aVerdict()
                                .in("month:2026-02-01")
                                .summing("12", "10")
                                .complete("0.5")
                                .build(),
                        aVerdict()
                                .in("month:2026-06-01")
                                .summing("12", "10")
                                .complete("1")
                                .build()));

        // (28 * 0.5 + 30) / 365 = 0.12054...
        assertThat(rolling.completeness()).isEqualTo(decimal("0.1205"));
        assertThat(rolling.value()).contains(decimal("1.200000"));
        assertThat(rolling.missing())
                .hasSize(10)
                .startsWith(YearMonth.of(2025, 7))
                .endsWith(YearMonth.of(2026, 5));
        assertThat(rolling.text().zh()).isEqualTo("滚动 12 个月（2025-07 至 2026-06），缺 10 个月，完整率 12 %；仅供参考，限额按自然年判定");
        assertThat(rolling.text().en())
                .isEqualTo("rolling 12 months from 2025-07 to 2026-06, 10 of them missing, completeness 12 %; for "
                        + "information, quotas are judged by the calendar year");
    }

    @Test
    void aSumIsTheSumOfTheMonths() {
        Rolling rolling = Rolling.of(
                JUNE,
                List.of(
                        aVerdict().in("month:2026-05-01").summing("12.5", "").build(),
                        aVerdict().in("month:2026-06-01").summing("7", "").build()));

        assertThat(rolling.value()).contains(decimal("19.500000"));
        assertThat(rolling.sums()).isEqualTo(sums("19.5", "61"));
    }

    @Test
    void monthsWithoutSumAndOtherPeriodsAreMissing() {
        Rolling rolling = Rolling.of(
                JUNE,
                List.of(
                        aVerdict().in("month:2026-06-01").worth("9").build(),
                        aVerdict().in("day:2026-05-01").summing("1", "1").build(),
                        aVerdict().in("year:2026-01-01").summing("1", "1").build()));

        assertThat(rolling.value()).isEmpty();
        assertThat(rolling.completeness()).isEqualByComparingTo("0");
        assertThat(rolling.missing()).hasSize(12);
    }

    @Test
    void monthsWithoutOutputHaveNoQuotient() {
        Rolling rolling = Rolling.of(
                JUNE,
                List.of(aVerdict().in("month:2026-06-01").summing("5", "0").build()));

        assertThat(rolling.value()).isEmpty();
        assertThat(rolling.missing()).hasSize(11);
    }
}
