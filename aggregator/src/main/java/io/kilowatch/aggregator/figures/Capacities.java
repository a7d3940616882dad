package io.kilowatch.aggregator.figures;

import io.kilowatch.aggregator.outlook.BenchmarkShare.Group;
import io.kilowatch.aggregator.outlook.Plant;
import io.kilowatch.domain.Account;
import io.kilowatch.domain.BenchmarkTarget;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.QuotaEntry;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The capacities of enterprises and how their year stands to the NDRC's benchmark.
 *
 * @param reference benchmarks and what plans ask for
 * @param threshold the completeness below which nothing is judged
 * @param day the day whose benchmark counts
 */
public record Capacities(ReferenceData reference, BigDecimal threshold, LocalDate day) {
    private static final String RACKS = "rack";

    private record Product(String enterprise, String industry, Set<String> output) {}

    /**
     * Every product of every enterprise that a benchmark is of, and every data centre that a plan names. Of several
     * indicators of one product, the one that has a benchmark counts.
     */
    public List<Plant> plants(Collection<Enterprise> enterprises, Collection<Verdict> year) {
        Map<String, Verdict> verdicts = new HashMap<>();
        year.forEach(verdict -> verdicts.put(key(verdict.enterprise().text(), verdict.indicator()), verdict));
        Map<Product, Plant> plants = new LinkedHashMap<>();
        for (Enterprise enterprise : enterprises) {
            for (Account account : enterprise.accounts()) {
                plant(enterprise, account, verdicts)
                        .ifPresent(plant -> plants.merge(
                                new Product(plant.enterprise().text(), plant.industry(), output(account)),
                                plant,
                                (one, other) ->
                                        reference.benchmark(one.quota(), day).isPresent() ? one : other));
            }
        }
        return List.copyOf(plants.values());
    }

    private Optional<Plant> plant(Enterprise enterprise, Account account, Map<String, Verdict> verdicts) {
        if (account instanceof Account.UnitProduct product && product.quota().isPresent()) {
            return plant(
                    enterprise, product.quota().get(), "unit-product:" + product.id(), product.capacity(), verdicts);
        }
        if (account instanceof Account.PowerUsage usage
                && !usage.partial()
                && usage.quota().isPresent()) {
            Optional<BigDecimal> racks = enterprise.dataCentre().map(centre -> BigDecimal.valueOf(centre.racks()));
            return plant(enterprise, usage.quota().get(), "pue:" + usage.id(), racks, verdicts);
        }
        return Optional.empty();
    }

    private static Set<String> output(Account account) {
        return account instanceof Account.UnitProduct product
                ? product.output().stream().map(Account.Term::meter).collect(Collectors.toSet())
                : Set.of(account.id());
    }

    private static String key(String enterprise, String indicator) {
        return enterprise + '|' + indicator;
    }

    private Optional<Plant> plant(
            Enterprise enterprise,
            String quota,
            String indicator,
            Optional<BigDecimal> capacity,
            Map<String, Verdict> verdicts) {
        Optional<QuotaEntry> benchmark = reference.benchmark(quota, day);
        Optional<String> industry = target(quota).map(BenchmarkTarget::id);
        if (benchmark.isEmpty() && industry.isEmpty()) {
            return Optional.empty();
        }
        Optional<Verdict> verdict =
                Optional.ofNullable(verdicts.get(key(enterprise.code().text(), indicator)));
        return Optional.of(new Plant(
                enterprise.code(),
                enterprise.region(),
                industry.or(() -> benchmark.map(QuotaEntry::product)).orElse(quota),
                quota,
                indicator.startsWith("pue:") ? RACKS : unit(quota),
                capacity,
                Plant.standing(verdict, benchmark, threshold)));
    }

    private String unit(String quota) {
        String unit =
                reference.entry(quota, day).map(entry -> entry.quota().unit()).orElse("");
        return unit.substring(unit.indexOf('/') + 1);
    }

    private Optional<BenchmarkTarget> target(String quota) {
        return reference.benchmarkTargets().stream()
                .filter(target -> target.covers(quota).isPresent())
                .findFirst();
    }

    /** What a plan asks of a group. */
    public Optional<BenchmarkTarget> target(Group group) {
        return reference.benchmarkTargets().stream()
                .filter(target ->
                        target.id().equals(group.industry()) && group.region().startsWith(target.region()))
                .findFirst();
    }
}
