package io.kilowatch.aggregator.evidence;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The account that an indicator is computed from.
 *
 * @param account the account
 * @param parts its terms with the parts they have in it
 */
public record IndicatorAccount(Account account, List<Part> parts) {
    private static final String COMPREHENSIVE = "comprehensive-energy";
    private static final String CARRIER = "energy.";

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
     * @param counted whether the indicator sums it; of the terms of an energy account only those of the carrier asked for
     */
    public record Part(String word, Term term, boolean above, boolean counted) {}

    /** The account of an indicator; absent if the document has none. */
    public static Optional<IndicatorAccount> of(Enterprise enterprise, String indicator) {
        return enterprise.accounts().stream()
                .filter(account -> computes(account, indicator))
                .findFirst()
                .map(account -> new IndicatorAccount(account, parts(account, enterprise, indicator)));
    }

    private static boolean computes(Account account, String indicator) {
        if (account instanceof Account.UnitProduct) {
            return indicator.equals("unit-product:" + account.id());
        }
        if (account instanceof Account.PowerUsage) {
            return indicator.equals("pue:" + account.id());
        }
        return indicator.equals(COMPREHENSIVE) || indicator.startsWith(CARRIER);
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
                boolean counted = indicator.equals(COMPREHENSIVE) || indicator.equals(CARRIER + carrier);
                parts.add(new Part("energy", term, true, counted));
            });
        }
        return parts;
    }

    /** The quota that the indicator is judged by. */
    public Optional<String> quota() {
        if (account instanceof Account.UnitProduct product) {
            return product.quota();
        }
        return account instanceof Account.PowerUsage usage ? usage.quota() : Optional.empty();
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
