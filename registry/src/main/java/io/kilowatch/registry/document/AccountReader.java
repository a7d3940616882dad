package io.kilowatch.registry.document;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.IndicatorUnit;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Quota;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the accounts of a document and checks what judges them. */
final class AccountReader {
    private static final String WORDS = "comprehensive-energy, unit-product, pue";
    private static final String COMMITMENT = "commitment";
    private static final Optional<IndicatorUnit> UNLESS_JUDGED = IndicatorUnit.parse("kgce/t");
    private static final String[] ANY_FIELD = {
        "id",
        "indicator",
        "name",
        "quota",
        "thresholds",
        "partial",
        "site",
        "capacity",
        "inputs",
        "energy",
        "output",
        "facility",
        "it"
    };

    private final SumReader sums;
    private final Set<String> sites;
    private final boolean committed;
    private final QuotaReader quotas = new QuotaReader();
    private final Set<Indicator> once = EnumSet.noneOf(Indicator.class);

    /**
     * A reader of the accounts of one document.
     *
     * @param sums reads their sums
     * @param sites the ids of its sites
     * @param committed whether its data centre is committed to a PUE
     */
    AccountReader(SumReader sums, Set<String> sites, boolean committed) {
        this.sums = sums;
        this.sites = sites;
        this.committed = committed;
    }

    Account account(Node node) {
        String id = node.matching("id", MeterReader.ID, MeterReader.ID_WORDS);
        Optional<Indicator> indicator =
                node.word("indicator", word -> Indicator.parse(word).map(Optional::of), Optional.empty(), WORDS);
        if (indicator.isEmpty()) {
            node.only(ANY_FIELD);
            return new Account.Comprehensive(id, List.of());
        }
        return switch (indicator.get()) {
            case UNIT_PRODUCT -> unitProduct(id, node);
            case PUE -> powerUsage(id, node);
            case COMPREHENSIVE_ENERGY -> comprehensive(id, node);
        };
    }

    private enum Indicator {
        COMPREHENSIVE_ENERGY,
        UNIT_PRODUCT,
        PUE;

        static Optional<Indicator> parse(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.name()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-')
                            .equals(word))
                    .findFirst();
        }
    }

    private void only(Indicator indicator, Node node, String otherwise) {
        if (!once.add(indicator)) {
            node.child("indicator").fault("has another account already; an enterprise has one" + otherwise);
        }
    }

    private Account comprehensive(String id, Node node) {
        node.only("id", "indicator", "name", "energy");
        only(Indicator.COMPREHENSIVE_ENERGY, node, "");
        return new Account.Comprehensive(id, sums.comprehensive(node));
    }

    private Account unitProduct(String id, Node node) {
        node.only("id", "indicator", "name", "quota", "site", "capacity", "energy", "output", "inputs");
        Optional<Quota> quota = quotas.quota(node.child("quota"));
        Optional<IndicatorUnit> unit = unit(node.child("quota"), quota);
        List<Term> energy = sums.energy(node, unit);
        List<Term> output = sums.output(node, unit);
        Optional<String> site = node.optionalText("site");
        site.filter(text -> !sites.contains(text))
                .ifPresent(text -> node.child("site").fault("no site \"" + text + "\" is in this document"));
        return new Account.UnitProduct(
                id,
                node.name("name"),
                quota.map(Quota::id),
                energy,
                output,
                InputReader.of(node.optionalText("quota"), output).inputs(node),
                site,
                node.decimal("capacity", MeterReader.LEAST, MeterReader.MOST));
    }

    /** What is summed; absent if the quota is a fault already. */
    private static Optional<IndicatorUnit> unit(Node place, Optional<Quota> quota) {
        if (!place.exists()) {
            return UNLESS_JUDGED;
        }
        Optional<IndicatorUnit> unit = quota.map(Quota::unit).flatMap(IndicatorUnit::parse);
        if (quota.isPresent() && unit.isEmpty()) {
            place.fault("judges \"" + quota.get().unit() + "\", not energy per unit of product; name another quota"
                    + ", or make the indicator pue if it is a ratio of electricity");
        }
        return unit;
    }

    private Account powerUsage(String id, Node node) {
        node.only("id", "indicator", "name", "quota", "thresholds", "facility", "it", "partial");
        Optional<Name> name = node.child("name").exists() ? Optional.of(node.name("name")) : Optional.empty();
        boolean partial = node.flag("partial");
        if (!partial) {
            only(Indicator.PUE, node, "; say partial: true of one that is of a part of the centre");
        }
        for (String field : List.of("quota", "thresholds")) {
            if (partial && node.child(field).exists()) {
                node.child(field).fault("judges a whole centre, not a part of it; take it out, or partial");
            }
        }
        Optional<String> quota = quotas.ratio(node.child("quota"));
        return new Account.PowerUsage(
                id,
                name,
                quota,
                partial ? List.of() : thresholds(node, quota),
                sums.facility(node),
                sums.it(node),
                partial);
    }

    private List<String> thresholds(Node node, Optional<String> quota) {
        List<String> thresholds = new ArrayList<>();
        Set<String> seen = new HashSet<>(quota.stream().toList());
        for (Node one : node.list("thresholds")) {
            Optional<String> word = one.value();
            Optional<String> threshold = word.filter(COMMITMENT::equals).isPresent() ? word : quotas.ratio(one);
            if (!committed && threshold.filter(COMMITMENT::equals).isPresent()) {
                one.fault("there is no commitment in dataCentre; give it there with pue, document and from");
            }
            if (threshold.isPresent() && !seen.add(threshold.get())) {
                one.fault('"' + threshold.get() + "\" judges this account already; take it out");
            }
            threshold.ifPresent(thresholds::add);
        }
        return thresholds;
    }
}
