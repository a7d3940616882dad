package io.kilowatch.simulators.province;

import static io.kilowatch.simulators.province.SimulatedMeter.electricity;
import static io.kilowatch.simulators.province.SimulatedMeter.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The province's works with submerged-arc furnaces: ferrosilicon, silicomanganese, calcium carbide. */
public record FurnaceWorks(Noise noise) {
    private static final Name FERROSILICON = new Name("硅铁", "ferrosilicon");
    private static final String PRODUCT = "PRODUCT";
    private static final String ORE = "ore_grade";

    List<SimulatedEnterprise> all() {
        return List.of(huinong(), litong(), pingluo(), ningdong());
    }

    /**
     * Ferrosilicon at about 8,620 kWh/t against 8,420 at its ore's grade, the plant above its limit; its total energy is
     * within, but runs ahead of its budget.
     */
    private SimulatedEnterprise huinong() {
        Profile profile = Profile.of(
                31,
                new Name("示例惠农硅铁有限公司", "Example Huinong Ferrosilicon Co."),
                "640205",
                "C3140",
                "existing",
                "39.24",
                "106.78",
                "1100");
        FurnaceAccounts judged = new FurnaceAccounts(4, Term.of(PRODUCT), 105_000);
        return works(
                profile,
                new FurnaceProcess(noise.stream("huinong"), 4, 26_000, 8_620, 0.035, 730, 0, 0),
                Declarations.of(noise.stream("huinong"), 155_000, 6_400, 1_250).listedAs("restricted"),
                new Furnaces(4, FERROSILICON, "ferrosilicon", List.of()),
                List.of(
                        judged.wholePlant(),
                        judged.smelting("ferrosilicon.smelting-electricity").withInput(ORE, "97.5"),
                        judged.energy("ferrosilicon.energy")));
    }

    /** Ferrosilicon at about 8,110 kWh/t of 75 %; electricity from waste heat is sold and taken off its total energy. */
    private SimulatedEnterprise litong() {
        Profile profile = Profile.of(
                32,
                new Name("示例利通硅业有限公司", "Example Litong Silicon Co."),
                "640302",
                "C3140",
                "existing",
                "37.99",
                "106.20",
                "1125");
        SimulatedMeter sold = electricity("EL-SOLD", "余热发电外送", "Waste-heat electricity sold", 42_000)
                .startingAt(1_260);
        String silicon = "75.5";
        FurnaceAccounts judged = new FurnaceAccounts(
                4,
                Term.of(PRODUCT).converted("ferrosilicon.si"),
                128_000,
                Term.of("EL-SOLD").less());
        return works(
                profile,
                new FurnaceProcess(noise.stream("litong"), 4, 30_000, 8_160, 0.03, 745, 0.055, 0),
                Declarations.of(noise.stream("litong"), 225_000, 7_900, 1_900).withCertificates("certificate", 90_000),
                new Furnaces(4, FERROSILICON, "ferrosilicon", List.of(sold)),
                List.of(
                        judged.wholePlant(),
                        judged.smelting("ferrosilicon.smelting-electricity")
                                .withInput(ORE, "98.5")
                                .withInput("si_content", silicon),
                        judged.energy("ferrosilicon.energy").withInput("si_content", silicon)));
    }

    /** Silicomanganese at about 4,060 kWh/t against 4,290 at its ore's grade. */
    private SimulatedEnterprise pingluo() {
        Profile profile = Profile.of(
                33,
                new Name("示例平罗锰业有限公司", "Example Pingluo Manganese Co."),
                "640221",
                "C3140",
                "existing",
                "38.91",
                "106.52",
                "1100");
        FurnaceAccounts judged = new FurnaceAccounts(4, Term.of(PRODUCT), 180_000);
        return works(
                profile,
                new FurnaceProcess(noise.stream("pingluo"), 4, 21_000, 4_060, 0.04, 420, 0, 0),
                Declarations.of(noise.stream("pingluo"), 178_000, 9_800, 1_700),
                new Furnaces(4, new Name("锰硅合金", "silicomanganese"), "silicomanganese", List.of()),
                List.of(
                        judged.wholePlant(),
                        judged.smelting("silicomanganese.smelting-electricity").withInput(ORE, "35.6")));
    }

    /**
     * Calcium carbide of 303 L/kg at about 3,090 kWh and 870 kgce for a standard tonne, against 3,200 and 940; its coke is
     * feedstock, steam is bought for heating.
     */
    private SimulatedEnterprise ningdong() {
        Profile profile = Profile.of(
                34,
                new Name("示例宁东电石有限公司", "Example Ningdong Carbide Co."),
                "640181",
                "C2613",
                "existing",
                "38.17",
                "106.62",
                "1300");
        String gasYield = "303";
        SimulatedMeter steam = scale("STEAM", "外购蒸汽", "Steam bought", "steam", false, 4);
        FurnaceAccounts judged =
                new FurnaceAccounts(6, Term.of(PRODUCT).converted("calcium-carbide.gas-yield"), 310_000);
        return works(
                profile,
                new FurnaceProcess(noise.stream("ningdong"), 6, 18_500, 3_120, 0.032, 498, 0, 3_000),
                Declarations.of(noise.stream("ningdong"), 290_000, 7_700, 1_350).withSteam("STEAM", "0.9", "190"),
                new Furnaces(6, new Name("电石", "calcium carbide"), "calcium-carbide", List.of(steam)),
                List.of(
                        Account.wholePlant(
                                List.of(Term.of("EL-110KV"), Term.of("COKE").asFeedstock(), Term.of("STEAM"))),
                        judged.furnaceElectricity("calcium-carbide.furnace-electricity")
                                .withInput("gas_yield", gasYield),
                        judged.energy("calcium-carbide.energy").withInput("gas_yield", gasYield)));
    }

    /** What a works' meters are made from: how many furnaces, what they make, and further meters. */
    public record Furnaces(int count, Name what, String product, List<SimulatedMeter> more) {}

    /** A works with the meters of all. */
    public static SimulatedEnterprise works(
            Profile profile, Process process, Declarations declared, Furnaces furnaces, List<Account> accounts) {
        List<SimulatedMeter> meters = new ArrayList<>();
        meters.add(
                electricity("EL-110KV", "110kV 总进线", "110 kV incomer", 264_000).startingAt(4_418));
        for (int furnace = 1; furnace <= furnaces.count(); furnace++) {
            meters.add(electricity("EL-F" + furnace, furnace + " 号炉变", "Furnace " + furnace, 56_000)
                    .startingAt(6_000 + 173L * furnace));
        }
        meters.add(electricity("EL-AUX", "动力用电", "Auxiliary power", 12_000).startingAt(20_415));
        meters.add(scale("COKE", "焦炭（炉料秤）", "Coke, charge scales", "coke", false, 4));
        Name what = furnaces.what();
        meters.add(scale(PRODUCT, what.zh() + "产量", "Output of " + what.en(), furnaces.product(), true, 4));
        meters.addAll(furnaces.more());
        return new SimulatedEnterprise(profile, meters, accounts, Optional.empty(), declared, process);
    }
}
