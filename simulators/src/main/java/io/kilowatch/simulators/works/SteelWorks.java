package io.kilowatch.simulators.works;

import static io.kilowatch.simulators.province.SimulatedMeter.electricity;
import static io.kilowatch.simulators.province.SimulatedMeter.gasMeter;
import static io.kilowatch.simulators.province.SimulatedMeter.scale;

import io.kilowatch.simulators.province.Account;
import io.kilowatch.simulators.province.Noise;
import io.kilowatch.simulators.province.Profile;
import io.kilowatch.simulators.province.SimulatedEnterprise;
import io.kilowatch.simulators.province.SimulatedMeter;
import io.kilowatch.simulators.province.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Coke ovens and oxygen converters. */
final class SteelWorks {
    /** A coke-oven plant: coal in; coke, gas and tar out, all of them counted as energy. */
    static final WorksKind COKE = new WorksKind(
            "coke-works",
            "C2521",
            new Model(Map.of(
                    "tonnesPerHour", 120.0,
                    "coalPerTonne", 1_372.0,
                    "gasPerTonne", 190.0,
                    "tarPerTonne", 38.0,
                    "kilowattHoursPerTonne", 38.0,
                    "gasKilojoules", 17_600.0,
                    "capacity", 1_100_000.0,
                    "budget", 160_000.0,
                    "outputValue", 17_000.0,
                    "valueAdded", 2_600.0)),
            SteelWorks::coke);

    /** A converter shop that recovers more energy, as gas, than it takes. */
    static final WorksKind CONVERTERS = new WorksKind(
            "converter-works",
            "C3120",
            new Model(Map.of(
                            "converters", 2.0,
                            "tonnesPerHeat", 120.0,
                            "kilowattHoursPerTonne", 45.0,
                            "gasPerTonne", 125.0,
                            "heatingGasPerTonne", 4.0,
                            "gasKilojoules", 7_500.0,
                            "naturalGasKilojoules", 35_200.0,
                            "scrapRatio", 15.0,
                            "capacity", 2_700_000.0,
                            "budget", 20_000.0))
                    .with(Map.of("outputValue", 80_000.0, "valueAdded", 9_000.0)),
            SteelWorks::converters);

    private SteelWorks() {}

    private static SimulatedEnterprise coke(Profile profile, Noise noise, Model model) {
        List<SimulatedMeter> meters = List.of(
                electricity("EL-110KV", "110kV 总进线", "110 kV incomer", 44_000).startingAt(7_310),
                electricity("EL-OVENS", "焦炉用电", "Coke ovens", 12_000).startingAt(2_044),
                scale("COAL", "入炉洗精煤", "Coal charged", "washed-coal", false, 4),
                scale("COKE", "焦炭（折能）", "Coke, as energy", "coke", false, 4),
                gasMeter("GAS", "外供焦炉煤气", "Coke-oven gas sent out", "coke-oven-gas", 4),
                scale("TAR", "煤焦油", "Coal tar", "coal-tar", false, 4),
                scale("COKE-OUT", "焦炭产量", "Coke made", "coke-product", true, 4));
        List<Term> energy = List.of(
                Term.of("EL-OVENS"),
                Term.of("COAL"),
                Term.of("COKE").less(),
                Term.of("GAS").less(),
                Term.of("TAR").less());
        List<Term> whole = List.of(
                Term.of("EL-110KV"),
                Term.of("COAL"),
                Term.of("COKE").less(),
                Term.of("GAS").less(),
                Term.of("TAR").less());
        Account ovens = Account.unitProduct(
                        "coke-energy",
                        "焦炭单位产品能耗",
                        "Energy of coke",
                        "coke.stamp-charged.energy",
                        energy,
                        Term.of("COKE-OUT"))
                .withCapacity(model.whole("capacity"))
                .withInput("mixed_gas_ratio", "0")
                .withInput("coal_moisture", "10.5")
                .withInput("oven_age", "8")
                .withInput("wet_quenching", "0");
        return new SimulatedEnterprise(
                profile,
                meters,
                List.of(Account.wholePlant(whole), ovens),
                Optional.empty(),
                MetalWorks.declared(noise, model).withFuel("coke-oven-gas", model.whole("gasKilojoules"), "kJ/m3"),
                new CokeProcess(
                        noise,
                        model.of("tonnesPerHour"),
                        model.of("coalPerTonne"),
                        model.of("gasPerTonne"),
                        model.of("tarPerTonne"),
                        model.of("kilowattHoursPerTonne")));
    }

    private static SimulatedEnterprise converters(Profile profile, Noise noise, Model model) {
        List<SimulatedMeter> meters = List.of(
                electricity("EL-CONVERTERS", "转炉工序用电", "Converter shop", 56_000).startingAt(3_381),
                gasMeter("NATURAL-GAS", "烤包天然气", "Natural gas to the ladles", "natural-gas", 4),
                gasMeter("CONVERTER-GAS", "回收转炉煤气", "Converter gas recovered", "converter-gas", 4),
                scale("STEEL", "粗钢产量", "Crude steel", "crude-steel", true, 4));
        List<Term> energy = List.of(
                Term.of("EL-CONVERTERS"),
                Term.of("NATURAL-GAS"),
                Term.of("CONVERTER-GAS").less());
        Account shop = Account.unitProduct(
                        "converter-energy",
                        "转炉工序能耗",
                        "Energy of the converters",
                        "steel.converter.energy",
                        energy,
                        Term.of("STEEL"))
                .withCapacity(model.whole("capacity"))
                .withInput("scrap_ratio", MetalWorks.text(model, "scrapRatio"))
                .withInput("steel_class", "0")
                .withInput("special_converter", "0");
        return new SimulatedEnterprise(
                profile,
                meters,
                List.of(Account.wholePlant(energy), shop),
                Optional.empty(),
                MetalWorks.declared(noise, model)
                        .withFuel("converter-gas", model.whole("gasKilojoules"), "kJ/m3")
                        .withFuel("natural-gas", model.whole("naturalGasKilojoules"), "kJ/m3"),
                new ConverterProcess(
                        noise,
                        model.whole("converters"),
                        model.of("tonnesPerHeat"),
                        model.of("kilowattHoursPerTonne"),
                        model.of("gasPerTonne"),
                        model.of("heatingGasPerTonne")));
    }
}
