package io.kilowatch.simulators.works;

import io.kilowatch.simulators.province.Account;
import io.kilowatch.simulators.province.Declarations;
import io.kilowatch.simulators.province.FurnaceAccounts;
import io.kilowatch.simulators.province.FurnaceProcess;
import io.kilowatch.simulators.province.FurnaceWorks;
import io.kilowatch.simulators.province.Name;
import io.kilowatch.simulators.province.Noise;
import io.kilowatch.simulators.province.PotlineProcess;
import io.kilowatch.simulators.province.Profile;
import io.kilowatch.simulators.province.SimulatedEnterprise;
import io.kilowatch.simulators.province.Smelters;
import io.kilowatch.simulators.province.Term;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Works whose product comes out of an electric pot or furnace. */
final class MetalWorks {
    private static final String ORE = "oreGrade";
    private static final Map<String, Double> DECLARED =
            Map.of("budget", 600_000.0, "outputValue", 20_000.0, "valueAdded", 4_000.0);

    /** Electrolytic aluminium: potlines with anode effects, reductions of current, casting by day. */
    static final WorksKind ALUMINIUM = new WorksKind(
            "aluminium-smelter",
            "C3216",
            new Model(DECLARED)
                    .with(Map.of(
                            "tonnesPerHour", 34.25,
                            "kilowattHoursPerTonne", 13_250.0,
                            "auxiliary", 0.017,
                            "capacity", 300_000.0)),
            (profile, noise, model) -> Smelters.smelter(
                    profile,
                    new PotlineProcess(
                            noise, model.of("tonnesPerHour"), model.of("kilowattHoursPerTonne"), model.of("auxiliary")),
                    declared(noise, model),
                    model.whole("capacity")));

    /** Ferrosilicon. */
    static final WorksKind FERROSILICON = furnaces(
            "ferrosilicon-works",
            "C3140",
            Map.of("furnaceKilowatts", 26_000.0, "kilowattHoursPerTonne", 8_250.0, "coke", 735.0, ORE, 98.0),
            new Name("硅铁", "ferrosilicon"),
            "ferrosilicon",
            (accounts, model) -> List.of(
                    accounts.wholePlant(),
                    accounts.smelting("ferrosilicon.smelting-electricity").withInput("ore_grade", text(model, ORE)),
                    accounts.energy("ferrosilicon.energy")));

    /** Silicomanganese. */
    static final WorksKind SILICOMANGANESE = furnaces(
            "silicomanganese-works",
            "C3140",
            Map.of("furnaceKilowatts", 21_000.0, "kilowattHoursPerTonne", 4_100.0, "coke", 420.0, ORE, 36.0),
            new Name("锰硅合金", "silicomanganese"),
            "silicomanganese",
            (accounts, model) -> List.of(
                    accounts.wholePlant(),
                    accounts.smelting("silicomanganese.smelting-electricity").withInput("ore_grade", text(model, ORE)),
                    accounts.energy("silicomanganese.energy")));

    /** Calcium carbide. */
    static final WorksKind CARBIDE = furnaces(
            "carbide-works",
            "C2613",
            Map.of("furnaceKilowatts", 18_500.0, "kilowattHoursPerTonne", 3_120.0, "coke", 520.0, "gasYield", 300.0),
            new Name("电石", "calcium carbide"),
            "calcium-carbide",
            (accounts, model) -> List.of(
                    accounts.wholePlant(),
                    accounts.furnaceElectricity("calcium-carbide.furnace-electricity")
                            .withInput("gas_yield", text(model, "gasYield")),
                    accounts.energy("calcium-carbide.energy").withInput("gas_yield", text(model, "gasYield"))));

    private MetalWorks() {}

    private static WorksKind furnaces(
            String word,
            String industry,
            Map<String, Double> own,
            Name what,
            String product,
            BiFunction<FurnaceAccounts, Model, List<Account>> accounts) {
        Model model = new Model(DECLARED)
                .with(Map.of("furnaces", 4.0, "auxiliary", 0.035, "capacity", 110_000.0))
                .with(own);
        return new WorksKind(
                word,
                industry,
                model,
                (profile, noise, given) -> built(profile, noise, given, what, product, accounts));
    }

    private static SimulatedEnterprise built(
            Profile profile,
            Noise noise,
            Model model,
            Name what,
            String product,
            BiFunction<FurnaceAccounts, Model, List<Account>> accounts) {
        Term output = Term.of("PRODUCT");
        boolean carbide = product.equals("calcium-carbide");
        FurnaceAccounts judged = new FurnaceAccounts(
                model.whole("furnaces"),
                carbide ? output.converted("calcium-carbide.gas-yield") : output,
                model.whole("capacity"));
        return FurnaceWorks.works(
                profile,
                new FurnaceProcess(
                        noise,
                        model.whole("furnaces"),
                        model.of("furnaceKilowatts"),
                        model.of("kilowattHoursPerTonne"),
                        model.of("auxiliary"),
                        model.of("coke"),
                        0,
                        0),
                declared(noise, model),
                new FurnaceWorks.Furnaces(model.whole("furnaces"), what, product, List.of()),
                accounts.apply(judged, model));
    }

    /** Budget and economic figures that every model has. */
    static Declarations declared(Noise noise, Model model) {
        return Declarations.of(noise, model.whole("budget"), model.whole("outputValue"), model.whole("valueAdded"));
    }

    /** A parameter as a registry document writes it. */
    static String text(Model model, String name) {
        return new java.math.BigDecimal(Double.toString(model.of(name)))
                .stripTrailingZeros()
                .toPlainString();
    }
}
