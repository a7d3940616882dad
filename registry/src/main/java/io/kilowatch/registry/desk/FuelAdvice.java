package io.kilowatch.registry.desk;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Basis;
import io.kilowatch.domain.Carrier;
import io.kilowatch.domain.Carrier.Quality;
import io.kilowatch.domain.CarrierFactor;
import io.kilowatch.domain.Declared.CalorificValue;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.IndicatorUnit;
import io.kilowatch.domain.IndicatorUnit.Above;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Quota;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a document leaves open of its fuels and its steam. */
final class FuelAdvice {
    private static final String KILOJOULES = "kgce.kilojoules";

    private final Enterprise enterprise;
    private final ReferenceData reference = ReferenceData.standard();

    FuelAdvice(Enterprise enterprise) {
        this.enterprise = enterprise;
    }

    /** Fuels, such as natural gas, that have no default, without a value that was measured. */
    Optional<String> missingCalorificValues() {
        return Advice.text(
                "no standard has one calorific value for these; declare measured ones, dated, in calorificValues for: ",
                counted(
                        Quality.CALORIFIC_VALUE,
                        meter -> !hasDefault(meter.measures().id()) && !isDeclared(meter)));
    }

    private boolean hasDefault(String carrier) {
        return reference.factors(carrier).stream()
                .filter(factor ->
                        factor.basis() == Basis.CALORIFIC && factor.scope().isEmpty())
                .anyMatch(factor -> factor.kgcePerUnit().isPresent());
    }

    private boolean isDeclared(Meter meter) {
        return enterprise.declared().calorificValues().stream()
                .filter(value -> value.carrier().equals(meter.measures().id()))
                .anyMatch(value -> value.meters().isEmpty() || value.meters().contains(meter.id()));
    }

    /** Calorific values outside the standard's range. */
    Optional<String> unlikelyCalorificValues() {
        return Advice.text(
                "these calorific values are outside the standard's range; check value and unit of: ",
                enterprise.declared().calorificValues().stream()
                        .flatMap(value -> range(value).stream())
                        .collect(Collectors.joining("; ")));
    }

    private Optional<String> range(CalorificValue value) {
        Optional<CarrierFactor> factor =
                reference.factor(value.carrier(), Basis.CALORIFIC, Optional.empty(), value.from());
        Optional<BigDecimal> least = factor.flatMap(CarrierFactor::least).map(kgce -> kilojoules(kgce, value));
        Optional<BigDecimal> most = factor.flatMap(CarrierFactor::most).map(kgce -> kilojoules(kgce, value));
        boolean inside = least.filter(end -> value.kilojoules().compareTo(end) < 0)
                        .isEmpty()
                && most.filter(end -> value.kilojoules().compareTo(end) > 0).isEmpty();
        if (inside) {
            return Optional.empty();
        }
        String range = Stream.of(least, most).map(FuelAdvice::rounded).collect(Collectors.joining(" to "));
        return Optional.of(value.carrier() + " from " + value.from() + ", "
                + value.kilojoules().stripTrailingZeros().toPlainString() + " kJ (" + range + " kJ in "
                + factor.map(CarrierFactor::standard).orElse("") + ')');
    }

    private BigDecimal kilojoules(BigDecimal kgce, CalorificValue value) {
        return kgce.multiply(reference.constant(KILOJOULES, value.from()));
    }

    private static String rounded(Optional<BigDecimal> end) {
        return end.map(it -> it.setScale(0, RoundingMode.HALF_EVEN).toPlainString())
                .orElse("?");
    }

    /** Steam of which nobody knows how much heat it holds. */
    Optional<String> missingSteamStates() {
        return Advice.text(
                "the heat of steam follows from its pressure and temperature; give them, dated, in steam for: ",
                counted(
                        Quality.STEAM_STATE,
                        meter -> enterprise.declared().steamStates().stream()
                                .noneMatch(state -> state.meter().equals(meter.id()))));
    }

    /** The meters of carriers with a quality that an account counts in coal equivalent. */
    private String counted(Quality quality, Predicate<Meter> which) {
        return enterprise.accounts().stream()
                .flatMap(this::inCoalEquivalent)
                .map(term -> enterprise.meter(term.meter()))
                .distinct()
                .filter(meter -> carrier(meter)
                        .filter(carrier -> carrier.quality() == quality)
                        .isPresent())
                .filter(which)
                .map(Meter::id)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private Optional<Carrier> carrier(Meter meter) {
        return reference.carrier(meter.measures().id());
    }

    private Stream<Term> inCoalEquivalent(Account account) {
        List<Term> terms = List.of();
        if (account instanceof Account.Comprehensive comprehensive) {
            terms = comprehensive.energy();
        } else if (account instanceof Account.PowerUsage usage) {
            terms = usage.facility();
        } else if (account instanceof Account.UnitProduct product && isInCoalEquivalent(product)) {
            terms = product.energy();
        }
        return terms.stream();
    }

    private boolean isInCoalEquivalent(Account.UnitProduct product) {
        return product.quota().stream()
                .flatMap(quota -> reference.quotas(quota).stream())
                .map(Quota::unit)
                .flatMap(unit -> IndicatorUnit.parse(unit).stream())
                .allMatch(unit -> unit.above() == Above.COAL_EQUIVALENT);
    }
}
