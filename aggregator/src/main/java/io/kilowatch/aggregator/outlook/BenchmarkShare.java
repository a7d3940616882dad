package io.kilowatch.aggregator.outlook;

import io.kilowatch.domain.BenchmarkTarget;
import io.kilowatch.domain.Name;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The share of an industry's capacity in a region that is at the NDRC's benchmark level (达到能效标杆水平的产能比例).
 *
 * @param group whose capacity
 * @param judged capacity that could be judged
 * @param atBenchmark of it, at the benchmark or better
 * @param belowBaseline of it, worse than the baseline
 * @param unjudged capacity that could not be judged; in no share
 * @param plants how many plants were judged
 * @param plantsUnjudged how many could not be, though their capacity is known
 * @param capacityUnknown how many have no registered capacity; in no share
 * @param target what a plan asks for
 */
public record BenchmarkShare(
        Group group,
        BigDecimal judged,
        BigDecimal atBenchmark,
        BigDecimal belowBaseline,
        BigDecimal unjudged,
        int plants,
        int plantsUnjudged,
        int capacityUnknown,
        Optional<BenchmarkTarget> target) {
    /**
     * What is counted together; capacities of different units never are.
     *
     * @param region the beginning of the regions' digits; empty for all
     * @param industry the industry
     * @param unit the unit of capacity
     */
    public record Group(String region, String industry, String unit) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            int byRegion = region.compareTo(other.region);
            int byIndustry = byRegion == 0 ? industry.compareTo(other.industry) : byRegion;
            return byIndustry == 0 ? unit.compareTo(other.unit) : byIndustry;
        }
    }

    /**
     * The shares of some plants by region and industry.
     *
     * @param plants each product of a plant once
     * @param digits how many digits of the region stand together: 2 province, 4 prefecture, 6 county, 0 all
     * @param targets what a plan asks of a group
     */
    public static List<BenchmarkShare> by(
            Collection<Plant> plants, int digits, Function<Group, Optional<BenchmarkTarget>> targets) {
        Map<Group, List<Plant>> groups = new TreeMap<>();
        for (Plant plant : plants) {
            Group group = new Group(plant.region().substring(0, digits), plant.industry(), plant.unit());
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(plant);
        }
        return groups.entrySet().stream()
                .map(group -> of(group.getKey(), group.getValue(), targets.apply(group.getKey())))
                .toList();
    }

    private static BenchmarkShare of(Group group, List<Plant> plants, Optional<BenchmarkTarget> target) {
        List<Plant> known =
                plants.stream().filter(plant -> plant.capacity().isPresent()).toList();
        List<Plant> judged = known.stream()
                .filter(plant -> plant.standing() != Plant.Standing.UNJUDGED)
                .toList();
        return new BenchmarkShare(
                group,
                capacity(judged),
                capacity(judged, Plant.Standing.BENCHMARK),
                capacity(judged, Plant.Standing.BELOW_BASELINE),
                capacity(known, Plant.Standing.UNJUDGED),
                judged.size(),
                known.size() - judged.size(),
                plants.size() - known.size(),
                target);
    }

    private static BigDecimal capacity(List<Plant> plants, Plant.Standing standing) {
        return capacity(
                plants.stream().filter(plant -> plant.standing() == standing).toList());
    }

    private static BigDecimal capacity(List<Plant> plants) {
        return plants.stream().flatMap(plant -> plant.capacity().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The share at the benchmark, to six places; absent where no capacity could be judged. */
    public Optional<BigDecimal> share() {
        return part(atBenchmark);
    }

    /** The share below the baseline, to six places; absent where no capacity could be judged. */
    public Optional<BigDecimal> shareBelowBaseline() {
        return part(belowBaseline);
    }

    /** Whether the share exceeds the target; absent where one of them is not known. */
    public Optional<Boolean> met() {
        return target.filter(aim -> judged.signum() > 0)
                .map(aim -> atBenchmark.compareTo(aim.above().multiply(judged)) > 0);
    }

    private Optional<BigDecimal> part(BigDecimal capacity) {
        return judged.signum() > 0
                ? Optional.of(Decimals.published(capacity, judged, RoundingMode.HALF_EVEN))
                : Optional.empty();
    }

    /** All that in a sentence. */
    public Name text() {
        String of = Decimals.text(judged) + " " + group.unit();
        return new Name(
                "可评价产能 " + of + "，达到标杆水平 " + share().map(Decimals::percent).orElse("未知") + "，低于基准水平 "
                        + shareBelowBaseline().map(Decimals::percent).orElse("未知") + "；未能评价 "
                        + Decimals.text(unjudged) + " " + group.unit() + "，产能未登记 " + capacityUnknown + " 家"
                        + target.map(aim -> "；目标：超过 " + Decimals.percent(aim.above()) + "（" + aim.document() + "）")
                                .orElse(""),
                "of " + of + " of capacity judged, "
                        + share().map(Decimals::percent).orElse("an unknown share") + " is at the benchmark and "
                        + shareBelowBaseline().map(Decimals::percent).orElse("an unknown share")
                        + " below the baseline; " + Decimals.text(unjudged) + " " + group.unit()
                        + " could not be judged, and " + capacityUnknown + " plants have no registered capacity"
                        + target.map(aim -> "; the target is above " + Decimals.percent(aim.above()) + " ("
                                        + aim.document() + ")")
                                .orElse(""));
    }
}
