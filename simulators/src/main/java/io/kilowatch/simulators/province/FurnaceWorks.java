package io.kilowatch.simulators.province;

import static io.kilowatch.simulators.province.SimulatedMeter.electricity;
import static io.kilowatch.simulators.province.SimulatedMeter.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The province's works with submerged-arc furnaces: ferrosilicon, silicomanganese, calcium carbide. */
record FurnaceWorks(Noise noise) {
    private static final Name FERROSILICON = new Name("硅铁", "ferrosilicon");

    List<SimulatedEnterprise> all() {
        return List.of(huinong(), litong(), pingluo(), ningdong());
    }

    /** Ferrosilicon at about 8,620 kWh/t against 8,400, the plant above its limit; its total energy is within. */
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
        Process process = new FurnaceProcess(noise.stream("huinong"), 4, 26_000, 8_620, 0.035, 730, 0);
        return works(
                profile,
                process,
                4,
                FERROSILICON,
                "ferrosilicon",
                List.of(),
                List.of(smelting(4, "ferrosilicon.smelting-electricity"), energy(4, "ferrosilicon.energy", List.of())));
    }

    /** Ferrosilicon at about 8,160 kWh/t; electricity from waste heat is sold and taken off its total energy. */
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
        Process process = new FurnaceProcess(noise.stream("litong"), 4, 30_000, 8_160, 0.03, 745, 0.055);
        SimulatedMeter sold = electricity("EL-SOLD", "余热发电外送", "Waste-heat electricity sold", 42_000)
                .startingAt(1_260);
        return works(
                profile,
                process,
                4,
                FERROSILICON,
                "ferrosilicon",
                List.of(sold),
                List.of(
                        smelting(4, "ferrosilicon.smelting-electricity"),
                        energy(4, "ferrosilicon.energy", List.of("-EL-SOLD"))));
    }

    /** Silicomanganese at about 4,060 kWh/t against 4,250. */
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
        Process process = new FurnaceProcess(noise.stream("pingluo"), 4, 21_000, 4_060, 0.04, 420, 0);
        return works(
                profile,
                process,
                4,
                new Name("锰硅合金", "silicomanganese"),
                "silicomanganese",
                List.of(),
                List.of(smelting(4, "silicomanganese.smelting-electricity")));
    }

    /** Calcium carbide at about 3,120 kWh/t against 3,200 and 880 kgce/t against 940. */
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
        Process process = new FurnaceProcess(noise.stream("ningdong"), 6, 18_500, 3_120, 0.032, 498, 0);
        return works(
                profile,
                process,
                6,
                new Name("电石", "calcium carbide"),
                "calcium-carbide",
                List.of(),
                List.of(
                        Account.unitProduct(
                                "furnace-electricity",
                                "电石电炉电耗",
                                "Furnace electricity of calcium carbide",
                                "calcium-carbide.furnace-electricity",
                                furnaces(6),
                                "PRODUCT"),
                        energy(6, "calcium-carbide.energy", List.of())));
    }

    private static SimulatedEnterprise works(
            Profile profile,
            Process process,
            int furnaces,
            Name what,
            String product,
            List<SimulatedMeter> more,
            List<Account> judged) {
        List<SimulatedMeter> meters = new ArrayList<>();
        meters.add(
                electricity("EL-110KV", "110kV 总进线", "110 kV incomer", 264_000).startingAt(4_418));
        for (int furnace = 1; furnace <= furnaces; furnace++) {
            meters.add(electricity("EL-F" + furnace, furnace + " 号炉变", "Furnace " + furnace, 56_000)
                    .startingAt(6_000 + 173L * furnace));
        }
        meters.add(electricity("EL-AUX", "动力用电", "Auxiliary power", 12_000).startingAt(20_415));
        meters.add(scale("COKE", "焦炭（炉料秤）", "Coke, charge scales", "coke", false, 4));
        meters.add(scale("PRODUCT", what.zh() + "产量", "Output of " + what.en(), product, true, 4));
        meters.addAll(more);
        List<String> whole = new ArrayList<>(List.of("EL-110KV", "COKE"));
        more.forEach(meter -> whole.add('-' + meter.id()));
        List<Account> accounts = new ArrayList<>();
        accounts.add(Account.wholePlant(whole.toArray(String[]::new)));
        accounts.addAll(judged);
        return new SimulatedEnterprise(profile, meters, accounts, Optional.empty(), process);
    }

    private static Account smelting(int furnaces, String quota) {
        return Account.unitProduct(
                "smelting-electricity", "单位产品冶炼电耗", "Smelting electricity", quota, furnaces(furnaces), "PRODUCT");
    }

    private static Account energy(int furnaces, String quota, List<String> less) {
        List<String> terms = new ArrayList<>(furnaces(furnaces));
        terms.add("EL-AUX");
        terms.add("COKE");
        terms.addAll(less);
        return Account.unitProduct("energy", "单位产品综合能耗", "Comprehensive energy per t", quota, terms, "PRODUCT");
    }

    private static List<String> furnaces(int count) {
        List<String> ids = new ArrayList<>();
        for (int furnace = 1; furnace <= count; furnace++) {
            ids.add("EL-F" + furnace);
        }
        return ids;
    }
}
