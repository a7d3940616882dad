package io.kilowatch.aggregator.outlook;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.BenchmarkTarget;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.QuotaEntry;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The words by which documents call the industries of an enterprise, such as 电解铝: what the quota table calls the products
 * that it is judged by, and what plans call the industries that those quotas belong to.
 */
public final class IndustryWords {
    private IndustryWords() {}

    /** Those of an enterprise by its accounts' quotas; none for one whose accounts have none. */
    public static Set<String> of(
            Enterprise enterprise, Collection<QuotaEntry> entries, Collection<BenchmarkTarget> targets) {
        Set<String> words = new TreeSet<>();
        enterprise.accounts().stream().flatMap(IndustryWords::quotas).forEach(quota -> {
            entries.stream()
                    .filter(entry -> entry.quota().id().equals(quota))
                    .forEach(entry -> words.add(entry.product()));
            targets.stream()
                    .filter(target -> target.covers(quota).isPresent())
                    .forEach(target -> words.add(target.name().zh()));
        });
        return words;
    }

    private static Stream<String> quotas(Account account) {
        if (account instanceof Account.UnitProduct product) {
            return product.quota().stream();
        }
        if (account instanceof Account.PowerUsage usage) {
            return Stream.concat(usage.quota().stream(), usage.thresholds().stream());
        }
        return Stream.empty();
    }
}
