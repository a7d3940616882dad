package io.kilowatch.aggregator.evidence;

import io.kilowatch.aggregator.accounting.FacilityEnergy;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The terms of a data centre's energy, kept apart by what they are measured in. */
final class FacilityItems {
    private final ReferenceData reference;
    private final LocalDate day;
    private final List<Formula.Item> all = new ArrayList<>();
    private final List<Formula.Item> electricity = new ArrayList<>();
    private final List<Formula.Item> heat = new ArrayList<>();
    private final List<Formula.Item> fuels = new ArrayList<>();

    /** Those of days that begin with one. */
    FacilityItems(ReferenceData reference, LocalDate day) {
        this.reference = reference;
        this.day = day;
    }

    void addElectricity(Formula.Item item) {
        electricity.add(item);
        all.add(item);
    }

    void addHeat(Formula.Item item) {
        heat.add(item);
        all.add(item);
    }

    void addFuel(List<Formula.Item> items) {
        fuels.addAll(items);
        all.addAll(items);
    }

    /** In the account's order. */
    List<Formula.Item> all() {
        return all;
    }

    /** What they add up to; absent where a factor is not known. */
    Optional<FacilityEnergy> energy() {
        return sum(fuels)
                .map(coal -> new FacilityEnergy(
                        sum(electricity).orElseThrow(),
                        sum(heat).orElseThrow(),
                        coal,
                        coal.signum() == 0 ? BigDecimal.ZERO : reference.constant(FacilityEnergy.KILOJOULES, day)));
    }

    /** The signed sum of some items; absent where a factor of one is not known. */
    static Optional<BigDecimal> sum(List<Formula.Item> items) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Formula.Item item : items) {
            Optional<BigDecimal> signed = item.signed();
            if (signed.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(signed.get());
        }
        return Optional.of(sum);
    }
}
