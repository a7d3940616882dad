package io.kilowatch.aggregator.outlook;

import static io.kilowatch.aggregator.outlook.SeriesBuilder.day;
import static io.kilowatch.aggregator.outlook.SeriesBuilder.decimal;
import static io.kilowatch.aggregator.outlook.Verdicts.aVerdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.outlook.BenchmarkShare.Group;
import io.kilowatch.aggregator.outlook.Plant.Standing;
import io.kilowatch.domain.Basis;
import io.kilowatch.domain.BenchmarkTarget;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.QuotaEntry;
import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkShareTest {
    private static final Optional<BenchmarkTarget> PLAN = Optional.of(new BenchmarkTarget(
            "ferroalloy",
            new Name("铁合金", "ferroalloys"),
            "宁政发〔2022〕30号",
            "clause",
            "64",
            List.of("ferrosilicon."),
            decimal("0.3"),
            day("2025-12-31"),
            true,
            "test"));

    @Test
    void theShareIsOfTheCapacityThatCouldBeJudged() {
        BenchmarkShare share = only(
                plant("640100", "100", Standing.BENCHMARK),
                plant("640200", "150", Standing.BETWEEN),
                plant("640300", "50", Standing.BELOW_BASELINE),
                plant("640300", "999", Standing.UNJUDGED),
                plant("640300", "", Standing.BENCHMARK),
                plant("640300", "", Standing.UNJUDGED));

        assertThat(share.group()).isEqualTo(new Group("64", "硅铁", "t"));
        assertThat(share.judged()).isEqualByComparingTo("300");
        assertThat(share.atBenchmark()).isEqualByComparingTo("100");
        assertThat(share.belowBaseline()).isEqualByComparingTo("50");
        assertThat(share.unjudged()).isEqualByComparingTo("999");
        assertThat(share.plants()).isEqualTo(3);
        assertThat(share.plantsUnjudged()).isEqualTo(1);
        assertThat(share.capacityUnknown()).isEqualTo(2);
        assertThat(share.share()).contains(decimal("0.333333"));
        assertThat(share.shareBelowBaseline()).contains(decimal("0.166667"));
        assertThat(share.met()).contains(true);
        assertThat(share.text().zh())
                .isEqualTo(
                        "可评价产能 300 t，达到标杆水平 33.3 %，低于基准水平 16.7 %；未能评价 999 t，产能未登记 2 家；目标：超过 30 %" + "（宁政发〔2022〕30号）");
        assertThat(share.text().en())
                .isEqualTo(
                        "of 300 t of capacity judged, 33.3 % is at the benchmark and 16.7 % below the baseline; 999 t "
                                + "could not be judged, and 2 plants have no registered capacity; the target is above 30 % "
                                + "(宁政发〔2022〕30号)");
    }

    @Test
    void theTargetMustBeExceeded() {
        assertThat(only(plant("640100", "30", Standing.BENCHMARK), plant("640100", "70", Standing.BETWEEN))
                        .met())
                .contains(false);
        assertThat(only(plant("640100", "30.001", Standing.BENCHMARK), plant("640100", "69.999", Standing.BETWEEN))
                        .met())
                .contains(true);
    }

    @Test
    void whereNothingCouldBeJudgedThereIsNoShare() {
        BenchmarkShare share = BenchmarkShare.by(
                        List.of(plant("640100", "999", Standing.UNJUDGED)), 2, group -> Optional.empty())
                .get(0);

        assertThat(share.share()).isEmpty();
        assertThat(share.shareBelowBaseline()).isEmpty();
        assertThat(share.met()).isEmpty();
        assertThat(only(plant("640100", "999", Standing.UNJUDGED)).met()).isEmpty();
        assertThat(share.text().zh()).isEqualTo("可评价产能 0 t，达到标杆水平 未知，低于基准水平 未知；未能评价 999 t，产能未登记 0 家");
        assertThat(share.text().en())
                .isEqualTo(
                        "of 0 t of capacity judged, an unknown share is at the benchmark and an unknown share below the "
                                + "baseline; 999 t could not be judged, and 0 plants have no registered capacity");
    }

    @Test
    void regionsIndustriesAndUnitsAreCountedApart() {
        List<Plant> plants = List.of(
                plant("640200", "1", Standing.BENCHMARK),
                plant("640100", "1", Standing.BENCHMARK),
                plant("640105", "1", Standing.BETWEEN),
                new Plant(code(), "640100", "电石", "q", "t", Optional.of(BigDecimal.ONE), Standing.BENCHMARK),
                new Plant(code(), "640100", "硅铁", "q", "m3", Optional.of(BigDecimal.ONE), Standing.BENCHMARK));

        assertThat(groups(plants, 4))
                .containsExactly(
                        new Group("6401", "电石", "t"),
                        new Group("6401", "硅铁", "m3"),
                        new Group("6401", "硅铁", "t"),
                        new Group("6402", "硅铁", "t"));
        assertThat(groups(plants, 0))
                .containsExactly(new Group("", "电石", "t"), new Group("", "硅铁", "m3"), new Group("", "硅铁", "t"));
    }

    @ParameterizedTest
    @CsvSource({
        "1770, 1770, 1850, BENCHMARK",
        "1770.000001, 1770, 1850, BETWEEN",
        "1850, 1770, 1850, BETWEEN",
        "1850.000001, 1770, 1850, BELOW_BASELINE",
        "1900, 1770, '', BETWEEN",
        "1900, '', 1850, UNJUDGED",
        "-31, -30, -10, BENCHMARK",
        "'', 1770, 1850, UNJUDGED"
    })
    void aPlantStandsToBenchmarkAndBaseline(String value, String benchmark, String baseline, Standing standing) {
        Verdicts verdict = value.isEmpty() ? aVerdict() : aVerdict().worth(value);

        assertThat(Plant.standing(
                        Optional.of(verdict.build()), Optional.of(entry(benchmark, baseline)), decimal("0.9")))
                .isEqualTo(standing);
    }

    @Test
    void whatIsNotCompleteOrHasNoBenchmarkIsNotJudged() {
        Optional<QuotaEntry> entry = Optional.of(entry("1770", "1850"));
        Optional<Verdict> enough =
                Optional.of(aVerdict().worth("1").complete("0.9").build());
        Optional<Verdict> less =
                Optional.of(aVerdict().worth("1").complete("0.8999").build());

        assertThat(Plant.standing(enough, entry, decimal("0.9"))).isEqualTo(Standing.BENCHMARK);
        assertThat(Plant.standing(less, entry, decimal("0.9"))).isEqualTo(Standing.UNJUDGED);
        assertThat(Plant.standing(enough, Optional.empty(), decimal("0.9"))).isEqualTo(Standing.UNJUDGED);
        assertThat(Plant.standing(Optional.empty(), entry, decimal("0.9"))).isEqualTo(Standing.UNJUDGED);
    }

    @Property(tries = 100)
    void sharesLieBetweenNothingAndAll(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 1_000_000) Integer> capacities,
            @ForAll @IntRange(min = 0, max = 3) int first) {
        List<Plant> plants = new ArrayList<>();
        for (int i = 0; i < capacities.size(); i++) {
            Standing standing = Standing.values()[(first + i) % 4];
            plants.add(plant("640100", capacities.get(i).toString(), standing));
        }

        BenchmarkShare share = only(plants.toArray(Plant[]::new));

        BigDecimal best = share.share().orElse(BigDecimal.ZERO);
        BigDecimal worst = share.shareBelowBaseline().orElse(BigDecimal.ZERO);
        assertThat(best).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        assertThat(worst).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        assertThat(share.atBenchmark().add(share.belowBaseline())).isLessThanOrEqualTo(share.judged());
        assertThat(share.plants() + share.plantsUnjudged() + share.capacityUnknown())
                .isEqualTo(plants.size());
    }

    private static List<Group> groups(List<Plant> plants, int digits) {
        return BenchmarkShare.by(plants, digits, group -> Optional.empty()).stream()
                .map(BenchmarkShare::group)
                .toList();
    }

    private static BenchmarkShare only(Plant... plants) {
        List<BenchmarkShare> shares = BenchmarkShare.by(List.of(plants), 2, group -> PLAN);
        assertThat(shares).hasSize(1);
        return shares.get(0);
    }

    private static Plant plant(String region, String capacity, Standing standing) {
        return new Plant(code(), region, "硅铁", "ferrosilicon.energy", "t", optional(capacity), standing);
    }

    private static io.kilowatch.domain.EnterpriseCode code() {
        return aVerdict().build().enterprise();
    }

    private static QuotaEntry entry(String benchmark, String baseline) {
        Name name = new Name("硅铁", "ferrosilicon");
        Quota quota = new Quota(
                "ferrosilicon.energy",
                "发改产业〔2023〕723号",
                name,
                name,
                "kgce/t",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                day("2023-07-04"),
                true,
                "test");
        return new QuotaEntry(
                quota,
                QuotaEntry.Kind.BENCHMARK,
                "ferroalloy",
                "硅铁",
                "",
                optional(benchmark),
                optional(baseline),
                Basis.CALORIFIC,
                Optional.empty(),
                "",
                List.of());
    }

    private static Optional<BigDecimal> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }
}
