package io.kilowatch.registry.reference;

import io.kilowatch.domain.Basis;
import io.kilowatch.domain.Carrier;
import io.kilowatch.domain.CarrierFactor;
import io.kilowatch.domain.Dimension;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** Reads {@code carriers.csv} and {@code carrier-factors.csv}. */
final class CarrierRows {
    private CarrierRows() {}

    /** A carrier, and whether it counts alike on both bases. */
    record Row(Carrier carrier, boolean alikeOnBothBases) {
        String id() {
            return carrier.id();
        }
    }

    static Row carrier(CsvRow row) {
        Carrier carrier = new Carrier(
                row.text("carrier"),
                row.name("name"),
                row.one("dimension", Dimension.class),
                row.one("kind", Carrier.Kind.PRIMARY_ENERGY),
                row.one("quality", Carrier.Quality.NONE));
        return new Row(carrier, row.has("alike_on_both_bases") && row.flag("alike_on_both_bases"));
    }

    static CarrierFactor factor(CsvRow row, Set<String> carriers) {
        String carrier = row.text("carrier");
        if (!carriers.contains(carrier)) {
            row.fault("carrier", "\"" + carrier + "\" is not in carriers.csv");
        }
        Optional<BigDecimal> kgce = row.optionalDecimal("kgce_per_base_unit");
        Optional<BigDecimal> least = row.optionalDecimal("least");
        Optional<BigDecimal> most = row.optionalDecimal("most");
        if (row.cell("kgce_per_base_unit").isEmpty() && (least.isEmpty() || most.isEmpty())) {
            row.fault("kgce_per_base_unit", "is empty, and so is least or most");
        }
        if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
            row.fault("least", "is more than most");
        }
        return new CarrierFactor(
                carrier,
                row.one("basis", Basis.CALORIFIC),
                row.optionalText("scope"),
                kgce,
                least,
                most,
                row.text("standard"),
                row.date("effective_from"),
                row.flag("verified"),
                row.text("source"));
    }
}
