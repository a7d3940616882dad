package io.kilowatch.simulators.works;

import static io.kilowatch.simulators.province.SimulatedMeter.electricity;
import static io.kilowatch.simulators.province.SimulatedMeter.scale;

import io.kilowatch.simulators.province.Account;
import io.kilowatch.simulators.province.Declarations;
import io.kilowatch.simulators.province.Noise;
import io.kilowatch.simulators.province.Process;
import io.kilowatch.simulators.province.Profile;
import io.kilowatch.simulators.province.SimulatedEnterprise;
import io.kilowatch.simulators.province.SimulatedMeter;
import io.kilowatch.simulators.province.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works that run without a stop from one turnaround to the next. */
final class ChemicalWorks {
    /** Ammonia from pulverised coal. */
    static final WorksKind AMMONIA = synthesis(
            "ammonia-works",
            "C2611",
            Map.of("tonnesPerHour", 38.0, "coalPerTonne", 1_750.0, "kilowattHoursPerTonne", 450.0),
            "ammonia.pulverised-coal.energy",
            "合成氨",
            "ammonia");

    /** Methanol from bituminous coal. */
    static final WorksKind METHANOL = synthesis(
            "methanol-works",
            "C2614",
            Map.of("tonnesPerHour", 75.0, "coalPerTonne", 1_900.0, "kilowattHoursPerTonne", 480.0),
            "methanol.bituminous-coal.energy",
            "甲醇",
            "methanol");

    /** A refinery that burns its own dry gas. */
    static final WorksKind REFINERY = new WorksKind(
            "refinery",
            "C2511",
            new Model(Map.of(
                    "tonnesPerHour", 570.0,
                    "gasPerTonne", 38.0,
                    "kilowattHoursPerTonne", 55.0,
                    "energyFactor", 7.2,
                    "turnaroundDay", 110.0,
                    "turnaroundDays", 0.0,
                    "capacity", 5_000_000.0,
                    "budget", 400_000.0,
                    "outputValue", 190_000.0,
                    "valueAdded", 30_000.0)),
            ChemicalWorks::refinery);

    /** Polysilicon rods: reactors in batches of four days whose power grows with the rods. */
    static final WorksKind POLYSILICON = new WorksKind(
            "polysilicon-works",
            "C3985",
            new Model(Map.of(
                    "reactors", 24.0,
                    "tonnesPerBatch", 7.2,
                    "kilowattHoursPerKilogram", 48.0,
                    "auxiliary", 0.22,
                    "capacity", 16_000.0,
                    "budget", 150_000.0,
                    "outputValue", 6_000.0,
                    "valueAdded", 1_800.0)),
            ChemicalWorks::polysilicon);

    private ChemicalWorks() {}

    private static WorksKind synthesis(
            String word, String industry, Map<String, Double> own, String quota, String zh, String en) {
        Model model = new Model(Map.of(
                        "coalKilojoules", 22_000.0,
                        "turnaroundDay", 200.0,
                        "turnaroundDays", 20.0,
                        "capacity", 320_000.0,
                        "budget", 900_000.0,
                        "outputValue", 9_000.0,
                        "valueAdded", 2_000.0))
                .with(own);
        return new WorksKind(
                word, industry, model, (profile, noise, given) -> synthesis(profile, noise, given, quota, zh, en));
    }

    private static SimulatedEnterprise synthesis(
            Profile profile, Noise noise, Model model, String quota, String zh, String en) {
        List<SimulatedMeter> meters = List.of(
                electricity("EL-110KV", "110kV 总进线", "110 kV incomer", 88_000).startingAt(5_120),
                electricity("EL-SYNTHESIS", zh + "装置用电", "Electricity of " + en, 44_000)
                        .startingAt(8_731),
                scale("COAL", "入炉煤", "Coal gasified", "raw-coal", false, 4),
                scale("PRODUCT", zh + "产量", "Output of " + en, en, true, 4));
        return new SimulatedEnterprise(
                profile,
                meters,
                List.of(
                        Account.wholePlant(
                                List.of(Term.of("EL-110KV"), Term.of("COAL").asFeedstock())),
                        Account.unitProduct(
                                        "energy",
                                        zh + "单位产品综合能耗",
                                        "Energy of " + en,
                                        quota,
                                        Account.terms("EL-SYNTHESIS", "COAL"),
                                        Term.of("PRODUCT"))
                                .withCapacity(model.whole("capacity"))),
                Optional.empty(),
                MetalWorks.declared(noise, model).withCoal(model.whole("coalKilojoules")),
                continuous(noise, model, "coalPerTonne"));
    }

    private static SimulatedEnterprise refinery(Profile profile, Noise noise, Model model) {
        List<SimulatedMeter> meters = List.of(
                electricity("EL-110KV", "110kV 总进线", "110 kV incomer", 88_000).startingAt(1_930),
                electricity("EL-UNITS", "炼油装置用电", "Electricity of the units", 66_000)
                        .startingAt(6_402),
                scale("GAS", "自用炼厂干气", "Dry gas burnt", "refinery-gas", false, 4),
                scale("CRUDE", "原油加工量", "Crude oil processed", "crude-processed", true, 4));
        return new SimulatedEnterprise(
                profile,
                meters,
                List.of(
                        Account.wholePlant(Account.terms("EL-110KV", "GAS")),
                        Account.unitProduct(
                                        "energy-factor",
                                        "单位能量因数能耗",
                                        "Energy per unit energy factor",
                                        "refining.energy-factor",
                                        Account.terms("EL-UNITS", "GAS"),
                                        Term.of("CRUDE").converted("refining.energy-factor"))
                                .withInput("refinery_energy_factor", MetalWorks.text(model, "energyFactor"))),
                Optional.empty(),
                MetalWorks.declared(noise, model),
                continuous(noise, model, "gasPerTonne"));
    }

    private static Process continuous(Noise noise, Model model, String fuel) {
        return new ContinuousProcess(
                noise,
                model.of("tonnesPerHour"),
                model.of(fuel),
                model.of("kilowattHoursPerTonne"),
                model.whole("turnaroundDay"),
                model.whole("turnaroundDays"));
    }

    private static SimulatedEnterprise polysilicon(Profile profile, Noise noise, Model model) {
        List<SimulatedMeter> meters = List.of(
                electricity("EL-110KV", "110kV 总进线", "110 kV incomer", 220_000).startingAt(3_300),
                electricity("EL-REACTORS", "还原炉", "Reactors", 132_000).startingAt(4_815),
                electricity("EL-AUX", "动力用电", "Auxiliary power", 44_000).startingAt(912),
                scale("PRODUCT", "多晶硅产量", "Polysilicon", "polysilicon", true, 4));
        Declarations declared = MetalWorks.declared(noise, model);
        return new SimulatedEnterprise(
                profile,
                meters,
                List.of(
                        Account.wholePlant(Account.terms("EL-110KV")),
                        Account.unitProduct(
                                "energy",
                                "多晶硅单位产品综合能耗",
                                "Energy of polysilicon",
                                "polysilicon.rod.energy",
                                Account.terms("EL-REACTORS", "EL-AUX"),
                                Term.of("PRODUCT"))),
                Optional.empty(),
                declared,
                new PolysiliconProcess(
                        noise,
                        model.whole("reactors"),
                        model.of("tonnesPerBatch"),
                        model.of("kilowattHoursPerKilogram"),
                        model.of("auxiliary")));
    }
}
