package io.kilowatch.registry.document;

import io.kilowatch.domain.Basis;
import io.kilowatch.domain.Declared.Budget;
import io.kilowatch.domain.Declared.Economics;
import io.kilowatch.domain.Declared.Renewable;
import io.kilowatch.domain.Declared.Tariff;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a document's economic figures, budgets, renewable electricity and lists for differential prices. */
final class EconomyReader {
    private static final String KILOWATT_HOURS = "green-certificate.kilowatt-hours";
    private static final String NEGATIVE = "-1000000000000";
    private static final int MOST_CERTIFICATES = 1_000_000_000;
    private static final int MONTHS = Month.values().length;

    private EconomyReader() {}

    static List<Economics> economics(Node root) {
        List<Economics> economics = new ArrayList<>();
        Set<YearMonth> seen = new HashSet<>();
        for (Node one : root.list("economics")) {
            one.only("month", "outputValue", "valueAdded");
            Optional<YearMonth> month = one.neededMonth("month");
            Optional<BigDecimal> outputValue = one.decimal("outputValue", "0", MeterReader.MOST);
            // Value added falls below nothing in a month in which inputs cost more than what was made of them.
            Optional<BigDecimal> valueAdded = one.decimal("valueAdded", NEGATIVE, MeterReader.MOST);
            if (!one.child("outputValue").exists() && !one.child("valueAdded").exists()) {
                one.fault("must have outputValue or valueAdded or both, in 10,000 yuan");
            }
            month.ifPresent(it -> {
                once(seen, it, one.child("month"), it.toString());
                economics.add(new Economics(it, outputValue, valueAdded));
            });
        }
        return economics;
    }

    static List<Budget> budgets(Node root) {
        List<Budget> budgets = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (Node one : root.list("budgets")) {
            one.only("year", "tce", "basis", "document", "months");
            Optional<Integer> year = year(one);
            Optional<BigDecimal> tce = one.neededDecimal("tce", MeterReader.LEAST, MeterReader.MOST);
            Optional<Basis> basis = one.oneOf("basis", Basis.values());
            String document = one.text("document");
            List<BigDecimal> months = months(one);
            if (year.isPresent() && basis.isPresent()) {
                String what = year.get() + " on the basis " + basis.get().word();
                once(seen, List.of(year.get(), basis.get()), one.child("year"), what);
            }
            if (year.isPresent() && basis.isPresent() && tce.isPresent()) {
                budgets.add(new Budget(year.get(), tce.get(), basis.get(), document, months));
            }
        }
        return budgets;
    }

    private static List<BigDecimal> months(Node budget) {
        Node place = budget.child("months");
        List<Node> nodes = budget.list("months");
        List<BigDecimal> shares = nodes.stream()
                .flatMap(node -> node.decimalHere("0", "1").stream())
                .toList();
        if (shares.size() < nodes.size()) {
            return shares;
        }
        BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (place.isList() && nodes.size() != MONTHS) {
            place.fault("has " + nodes.size() + " shares; give one for each of the 12 months, or leave it out for even"
                    + " days");
        } else if (place.isList() && sum.compareTo(BigDecimal.ONE) != 0) {
            place.fault("adds up to " + sum.toPlainString() + "; the 12 shares must add up to 1 exactly");
        }
        return shares;
    }

    static List<Renewable> renewables(Node root) {
        List<Renewable> renewables = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (Node one : root.list("renewables")) {
            one.only("year", "kind", "kWh", "certificates");
            Optional<Integer> year = year(one);
            Optional<Renewable.Kind> kind = one.oneOf("kind", Renewable.Kind.values());
            Optional<BigDecimal> amount = kilowattHours(one, kind, year);
            if (year.isPresent() && kind.isPresent()) {
                once(seen, List.of(year.get(), kind.get()), one.child("year"), year.get() + " of this kind");
                amount.ifPresent(it -> renewables.add(new Renewable(year.get(), kind.get(), it)));
            }
        }
        return renewables;
    }

    /** As given, or what the certificates stand for. */
    private static Optional<BigDecimal> kilowattHours(Node one, Optional<Renewable.Kind> kind, Optional<Integer> year) {
        Node certificates = one.child("certificates");
        if (certificates.exists()
                && kind.filter(it -> it != Renewable.Kind.CERTIFICATE).isPresent()) {
            certificates.fault("are counted for kind certificate only; give kWh");
        } else if (certificates.exists() == one.child("kWh").exists()) {
            one.fault("must have either kWh or, for kind certificate, certificates");
        }
        Optional<BigDecimal> ofCertificates = one.integer("certificates", 0, MOST_CERTIFICATES)
                .map(number -> BigDecimal.valueOf(number).multiply(perCertificate(year.orElse(Moments.LAST_YEAR))));
        Optional<BigDecimal> given = one.decimal("kWh", "0", MeterReader.MOST);
        return given.or(() -> ofCertificates);
    }

    private static BigDecimal perCertificate(int year) {
        return ReferenceData.standard().constant(KILOWATT_HOURS, LocalDate.of(year, Month.JANUARY, 1));
    }

    static List<Tariff> tariffs(Node root) {
        List<Tariff> tariffs = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        for (Node one : root.list("tariffs")) {
            one.only("category", "from");
            Optional<Tariff.Category> category = one.oneOf("category", Tariff.Category.values());
            one.neededDate("from").ifPresent(from -> {
                once(seen, from, one.child("from"), from.toString());
                category.ifPresent(it -> tariffs.add(new Tariff(it, from)));
            });
        }
        return tariffs;
    }

    private static Optional<Integer> year(Node one) {
        return one.neededInteger("year", Moments.FIRST_YEAR, Moments.LAST_YEAR);
    }

    private static <T> void once(Set<T> seen, T key, Node place, String what) {
        if (!seen.add(key)) {
            place.fault(what + " is given twice; keep one of them");
        }
    }
}
