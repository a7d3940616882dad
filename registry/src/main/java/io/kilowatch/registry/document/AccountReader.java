package io.kilowatch.registry.document;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Dimension;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Meter.Measured;
import io.kilowatch.domain.Quota;
import io.kilowatch.registry.reference.ReferenceData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the accounts of a document and checks what they sum against the meters and the quotas. */
final class AccountReader {
    private static final String WORDS = "comprehensive-energy, unit-product, pue";

    private final Map<String, Meter> meters;
    private final Set<Indicator> once = EnumSet.noneOf(Indicator.class);
    private final ReferenceData reference = ReferenceData.standard();

    AccountReader(Map<String, Meter> meters) {
        this.meters = meters;
    }

    Account account(Node node) {
        String id = node.matching("id", MeterReader.ID, MeterReader.ID_WORDS);
        Optional<Indicator> indicator =
                node.word("indicator", word -> Indicator.parse(word).map(Optional::of), Optional.empty(), WORDS);
        if (indicator.isEmpty()) {
            node.only("id", "indicator", "name", "quota", "energy", "output", "facility", "it");
            return new Account.Comprehensive(id, List.of());
        }
        if (indicator.get() != Indicator.UNIT_PRODUCT && !once.add(indicator.get())) {
            node.child("indicator").fault("has another account already; an enterprise has one");
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

    private Account comprehensive(String id, Node node) {
        node.only("id", "indicator", "name", "energy");
        return new Account.Comprehensive(id, energy(node, "energy", false));
    }

    private Account unitProduct(String id, Node node) {
        node.only("id", "indicator", "name", "quota", "energy", "output");
        Optional<Quota> quota = quota(node);
        boolean electricityOnly = quota.isPresent() && quota.get().unit().equals("kWh/t");
        if (quota.isPresent() && quota.get().unit().equals("1")) {
            node.child("quota").fault("judges a ratio of electricity, not energy per tonne");
        }
        return new Account.UnitProduct(
                id, node.name("name"), quota.map(Quota::id), energy(node, "energy", electricityOnly), output(node));
    }

    private Account powerUsage(String id, Node node) {
        node.only("id", "indicator", "name", "quota", "facility", "it");
        Optional<Quota> quota = quota(node);
        if (quota.isPresent() && !quota.get().unit().equals("1")) {
            node.child("quota").fault("judges " + quota.get().unit() + ", not a ratio of electricity");
        }
        return new Account.PowerUsage(
                id, quota.map(Quota::id), energy(node, "facility", true), energy(node, "it", true));
    }

    private Optional<Quota> quota(Node node) {
        return node.optionalText("quota").flatMap(id -> {
            Optional<Quota> quota = reference.quotas(id).stream().findFirst();
            if (quota.isEmpty()) {
                node.child("quota").fault("no quota \"" + id + "\" is known; known are " + reference.quotaIds());
            }
            return quota;
        });
    }

    private List<Term> energy(Node node, String field, boolean electricityOnly) {
        return terms(node, field, (place, meter) -> {
            if (meter.measures() instanceof Measured.Product) {
                place.fault("meter \"" + meter.id() + "\" counts a product, not energy");
            } else if (electricityOnly && !countsElectricity(meter)) {
                place.fault("meter \"" + meter.id() + "\" does not count electricity");
            }
        });
    }

    private boolean countsElectricity(Meter meter) {
        return reference
                .carrier(meter.measures().id())
                .map(carrier -> carrier.dimension() == Dimension.ELECTRICITY)
                .orElse(true);
    }

    private List<Term> output(Node node) {
        return terms(node, "output", (place, meter) -> {
            if (meter.measures() instanceof Measured.Energy) {
                place.fault("meter \"" + meter.id() + "\" counts energy, not a product");
            } else if (meter.unit().dimension() != Dimension.MASS) {
                place.fault("meter \"" + meter.id() + "\" does not count mass");
            }
        });
    }

    private interface Check {
        void accept(Node place, Meter meter);
    }

    private List<Term> terms(Node node, String field, Check check) {
        List<Term> terms = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Node one : node.someOf(field, "meter")) {
            one.only("meter", "sign");
            String id = one.text("meter");
            boolean deducted =
                    one.optionalText("sign").map(sign -> sign(one, sign)).orElse(false);
            Meter meter = meters.get(id);
            if (meter != null && !meter.measures().id().isEmpty()) {
                check.accept(one.child("meter"), meter);
            } else if (meter == null && !id.isEmpty()) {
                one.child("meter").fault("no meter \"" + id + "\" is in this document");
            }
            if (!id.isEmpty() && !seen.add(id)) {
                one.child("meter").fault("meter \"" + id + "\" is counted twice");
            }
            terms.add(new Term(id, deducted));
        }
        return terms;
    }

    private static boolean sign(Node node, String sign) {
        if (!sign.equals("+") && !sign.equals("-")) {
            node.child("sign").fault('"' + sign + "\" must be + or -");
        }
        return sign.equals("-");
    }
}
