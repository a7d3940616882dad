package io.kilowatch.aggregator.evidence;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The account that an indicator is computed from.
 *
 * @param indicator the indicator
 * @param account the account
 * @param parts its terms with the parts they have in it
 */
public record IndicatorAccount(String indicator, Account account, List<Part> parts) {
    private static final String COMPREHENSIVE = "comprehensive-energy";
    private static final String CARRIER = "energy.";
    private static final String FEEDSTOCK = "feedstock-energy";
    private static final String RENEWABLE = "renewable-electricity";
    private static final Set<String> OF_THE_WHOLE =
            Set.of(COMPREHENSIVE, COMPREHENSIVE + ":primary", FEEDSTOCK, RENEWABLE, "energy-budget");
    private static final List<String> FAMILIES = List.of(CARRIER, "dual-control:", "intensity:");

    /** Copies its parts. */
    public IndicatorAccount {
        parts = List.copyOf(parts);
    }

    /**
     * One term.
     *
     * @param word {@code energy}, {@code output}, {@code facility} or {@code it}
     * @param term meter and sign
     * @param above whether it is above the line
     * @param counted whether the indicator sums it; of an energy account only the terms of the carrier, or the feedstock
     */
    public record Part(String word, Term term, boolean above, boolean counted) {}

    /** The account of an indicator; absent if the document has none. */
    public static Optional<IndicatorAccount> of(Enterprise enterprise, String indicator) {
        return enterprise.accounts().stream()
                .filter(account -> computes(account, indicator))
                .findFirst()
                .map(account -> new IndicatorAccount(indicator, account, parts(account, enterprise, indicator)));
    }

    private static boolean computes(Account account, String indicator) {
        if (account instanceof Account.UnitProduct) {
            return indicator.equals("unit-product:" + account.id());
        }
        if (account instanceof Account.PowerUsage usage) {
            String whole = "pue:" + usage.id();
            return indicator.equals(whole)
                    || usage.thresholds().stream().anyMatch(one -> indicator.equals(whole + ':' + one));
        }
        return OF_THE_WHOLE.contains(indicator) || FAMILIES.stream().anyMatch(indicator::startsWith);
    }

    private static List<Part> parts(Account account, Enterprise enterprise, String indicator) {
        List<Part> parts = new ArrayList<>();
        if (account instanceof Account.UnitProduct product) {
            product.energy().forEach(term -> parts.add(new Part("energy", term, true, true)));
            product.output().forEach(term -> parts.add(new Part("output", term, false, true)));
        } else if (account instanceof Account.PowerUsage usage) {
            usage.facility().forEach(term -> parts.add(new Part("facility", term, true, true)));
            usage.it().forEach(term -> parts.add(new Part("it", term, false, true)));
        } else {
            account.terms().forEach(term -> {
                String carrier = enterprise.meter(term.meter()).measures().id();
                parts.add(new Part("energy", term, true, counts(indicator, term, carrier)));
            });
        }
        return parts;
    }

    private static boolean counts(String indicator, Term term, String carrier) {
        if (indicator.startsWith(CARRIER)) {
            return indicator.equals(CARRIER + carrier);
        }
        return indicator.equals(FEEDSTOCK) ? term.feedstock() : !indicator.equals(RENEWABLE);
    }

    /** The quota or threshold that the indicator is judged by. */
    public Optional<String> quota() {
        if (account instanceof Account.UnitProduct product) {
            return product.quota();
        }
        if (account instanceof Account.PowerUsage usage) {
            String prefix = "pue:" + usage.id() + ':';
            return indicator.startsWith(prefix) ? Optional.of(indicator.substring(prefix.length())) : usage.quota();
        }
        return Optional.empty();
    }

    /** The meters that the figure depends on, by id. */
    public List<Meter> meters(Enterprise enterprise) {
        return parts.stream()
                .map(part -> part.term().meter())
                .distinct()
                .sorted()
                .map(enterprise::meter)
                .toList();
    }

    /** The word of the account's indicator in documents. */
    public String word() {
        if (account instanceof Account.UnitProduct) {
            return "unit-product";
        }
        return account instanceof Account.PowerUsage ? "pue" : COMPREHENSIVE;
    }
}
