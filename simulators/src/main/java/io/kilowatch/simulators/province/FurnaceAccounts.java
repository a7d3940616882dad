package io.kilowatch.simulators.province;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The accounts of a works with submerged-arc furnaces.
 *
 * @param furnaces how many
 * @param output what is divided by
 * @param capacity t of output a year
 * @param exports energy passed on, taken off
 */
public record FurnaceAccounts(int furnaces, Term output, int capacity, List<Term> exports) {
    /** Those with some energy passed on. */
    public FurnaceAccounts(int furnaces, Term output, int capacity, Term... exports) {
        this(furnaces, output, capacity, List.of(exports));
    }

    /** The whole works. */
    public Account wholePlant() {
        List<Term> energy = new ArrayList<>(Account.terms("EL-110KV", "COKE"));
        energy.addAll(exports);
        return Account.wholePlant(energy);
    }

    /** Electricity of the furnaces per tonne. */
    public Account smelting(String quota) {
        return unitProduct("smelting-electricity", "单位产品冶炼电耗", "Smelting electricity", quota, electricity());
    }

    /** The same, as carbide works call it. */
    public Account furnaceElectricity(String quota) {
        return unitProduct(
                "furnace-electricity", "电石电炉电耗", "Furnace electricity of calcium carbide", quota, electricity());
    }

    /** All energy per tonne. */
    public Account energy(String quota) {
        List<Term> energy = new ArrayList<>(electricity());
        energy.addAll(Account.terms("EL-AUX", "COKE"));
        energy.addAll(exports);
        return unitProduct("energy", "单位产品综合能耗", "Comprehensive energy per t", quota, energy);
    }

    private Account unitProduct(String id, String zh, String en, String quota, List<Term> energy) {
        return Account.unitProduct(id, zh, en, quota, energy, output).withCapacity(capacity);
    }

    private List<Term> electricity() {
        return IntStream.rangeClosed(1, furnaces)
                .mapToObj(furnace -> Term.of("EL-F" + furnace))
                .toList();
    }
}
