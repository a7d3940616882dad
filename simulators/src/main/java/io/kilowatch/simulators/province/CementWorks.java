package io.kilowatch.simulators.province;

import static io.kilowatch.simulators.province.Account.terms;
import static io.kilowatch.simulators.province.SimulatedMeter.beltScale;
import static io.kilowatch.simulators.province.SimulatedMeter.electricity;
import static io.kilowatch.simulators.province.SimulatedMeter.scale;

import java.util.List;
import java.util.Optional;

/** The province's cement works: one on the plain, one in the mountains above 1,500 m, where altitude corrects level 3. */
public record CementWorks(Noise noise) {

    List<SimulatedEnterprise> all() {
        return List.of(lingwu(), guyuan());
    }

    /** 5,000 t of clinker a day at about 112 kgce/t against 117; the coal belt has a totaliser. */
    private SimulatedEnterprise lingwu() {
        Profile profile = Profile.of(
                21,
                new Name("示例灵武水泥有限公司", "Example Lingwu Cement Co."),
                "640181",
                "C3011",
                "existing",
                "38.10",
                "106.34",
                "1120");
        Process process = new KilnProcess(noise.stream("lingwu"), 208.3, 145.6, 55, 76);
        return works(
                profile,
                process,
                Declarations.of(noise.stream("lingwu"), 218_000, 5_400, 1_900).withCoal(20_800),
                new Ratings(1_550_000, 2_100_000, 76),
                beltScale("COAL-KILN", "窑系统入窑煤粉秤", "Coal to the kiln", "raw-coal")
                        .startingAt(418_204));
    }

    /** 2,500 t a day at about 109 kgce/t, at 1,750 m; the coal scale reports hourly amounts. */
    private SimulatedEnterprise guyuan() {
        Profile profile = Profile.of(
                        22,
                        new Name("示例固原建材有限公司", "Example Guyuan Building Materials Co."),
                        "640402",
                        "C3011",
                        "existing",
                        "36.01",
                        "106.24",
                        "1750")
                .withPressure("82000");
        Process process = new KilnProcess(noise.stream("guyuan"), 104.2, 141, 58, 78);
        return works(
                profile,
                process,
                Declarations.of(noise.stream("guyuan"), 106_000, 2_700, 900).withCoal(20_700),
                new Ratings(775_000, 1_000_000, 78),
                scale("COAL-KILN", "窑系统用煤", "Coal to the kiln", "raw-coal", false, 4));
    }

    /** What a works can make in a year, in t, and the clinker in its cement in per cent. */
    public record Ratings(int clinker, int cement, int clinkerRatio) {}

    /** A works with the meters and accounts of all. */
    public static SimulatedEnterprise works(
            Profile profile, Process process, Declarations declared, Ratings ratings, SimulatedMeter coal) {
        List<SimulatedMeter> meters = List.of(
                electricity("EL-110KV", "110kV 总进线", "110 kV incomer", 110_000).startingAt(3_077),
                electricity("EL-KILN", "熟料线用电", "Kiln line", 42_000).startingAt(9_114),
                electricity("EL-MILLS", "水泥磨", "Cement mills", 21_000).startingAt(15_208),
                coal,
                scale("CLINKER", "熟料产量（皮带秤）", "Clinker, belt scale", "cement-clinker", true, 4),
                scale("CEMENT", "水泥产量（入库秤）", "Cement, scale at the silos", "cement", true, 4));
        List<Account> accounts = List.of(
                Account.wholePlant(terms("EL-110KV", "COAL-KILN")),
                Account.unitProduct(
                                "clinker-energy",
                                "熟料单位产品综合能耗",
                                "Energy of clinker",
                                "cement.clinker.energy",
                                terms("EL-KILN", "COAL-KILN"),
                                Term.of("CLINKER"))
                        .withCapacity(ratings.clinker()),
                Account.unitProduct(
                                "cement-energy",
                                "水泥单位产品综合能耗",
                                "Energy of cement",
                                "cement.energy",
                                terms("EL-KILN", "EL-MILLS", "COAL-KILN"),
                                Term.of("CEMENT"))
                        .withCapacity(ratings.cement())
                        .withInput("clinker_ratio", Integer.toString(ratings.clinkerRatio())));
        return new SimulatedEnterprise(profile, meters, accounts, Optional.empty(), declared, process);
    }
}
