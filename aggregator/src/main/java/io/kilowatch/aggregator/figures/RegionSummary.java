package io.kilowatch.aggregator.figures;

import io.kilowatch.domain.Basis;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A period of a region, summed over its enterprises.
 *
 * @param whole all of them
 * @param industries by industry, GB/T 4754
 * @param exceeders every verdict above its limit, the furthest above it first
 */
public record RegionSummary(Group whole, Map<String, Group> industries, List<Exceedance> exceeders) {
    private static final String ENERGY = "comprehensive-energy";

    /** Copies its collections. */
    public RegionSummary {
        industries = java.util.Collections.unmodifiableMap(new TreeMap<>(industries));
        exceeders = List.copyOf(exceeders);
    }

    /**
     * Some enterprises together.
     *
     * @param enterprises how many
     * @param reporting how many of them have any figure of the period
     * @param standing how many of them came out how, each counted once by its worst verdict
     * @param verdicts how their verdicts came out
     * @param energy their comprehensive energy in tce, on each basis that there are figures of
     */
    public record Group(int enterprises, int reporting, Tally standing, Tally verdicts, Map<Basis, BigDecimal> energy) {
        /** Copies its map. */
        public Group {
            energy = Map.copyOf(energy);
        }
    }

    /** That of enterprises with the verdicts of one period; verdicts of others do not count. */
    public static RegionSummary of(Collection<Enterprise> enterprises, Collection<Verdict> verdicts) {
        Map<String, List<Verdict>> byEnterprise = new HashMap<>();
        verdicts.forEach(verdict -> byEnterprise
                .computeIfAbsent(verdict.enterprise().text(), code -> new ArrayList<>())
                .add(verdict));
        Map<String, List<Enterprise>> byIndustry =
                enterprises.stream().collect(Collectors.groupingBy(Enterprise::industry));
        Map<String, Group> industries = new TreeMap<>();
        byIndustry.forEach((industry, members) -> industries.put(industry, group(members, byEnterprise)));
        Set<String> codes = new HashSet<>();
        enterprises.forEach(one -> codes.add(one.code().text()));
        List<Exceedance> exceeders = verdicts.stream()
                .filter(verdict -> codes.contains(verdict.enterprise().text()))
                .map(Exceedance::of)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        return new RegionSummary(group(enterprises, byEnterprise), industries, exceeders);
    }

    private static Group group(Collection<Enterprise> members, Map<String, List<Verdict>> byEnterprise) {
        int reporting = 0;
        Tally standing = Tally.NONE;
        Tally all = Tally.NONE;
        Map<Basis, BigDecimal> energy = new EnumMap<>(Basis.class);
        for (Enterprise member : members) {
            List<Verdict> own = byEnterprise.getOrDefault(member.code().text(), List.of());
            reporting += own.isEmpty() ? 0 : 1;
            Tally tally = Tally.NONE;
            for (Verdict verdict : own) {
                Optional<Outcome> outcome = verdict.judgement().map(Verdict.Judgement::outcome);
                if (outcome.isPresent()) {
                    tally = tally.plus(outcome.get(), 1);
                    all = all.plus(outcome.get(), 1);
                }
                basis(verdict.indicator())
                        .ifPresent(basis ->
                                verdict.value().ifPresent(value -> energy.merge(basis, value, BigDecimal::add)));
            }
            Optional<Outcome> worst = tally.worst();
            standing = worst.isPresent() ? standing.plus(worst.get(), 1) : standing;
        }
        return new Group(members.size(), reporting, standing, all, energy);
    }

    private static Optional<Basis> basis(String indicator) {
        if (indicator.equals(ENERGY)) {
            return Optional.of(Basis.CALORIFIC);
        }
        return indicator.equals(ENERGY + ":primary") ? Optional.of(Basis.PRIMARY) : Optional.empty();
    }
}
