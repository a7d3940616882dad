package io.kilowatch.simulators.province;

import static io.kilowatch.simulators.province.SimulatedMeter.beltScale;
import static io.kilowatch.simulators.province.SimulatedMeter.electricity;
import static io.kilowatch.simulators.province.SimulatedMeter.scale;

import java.util.List;
import java.util.Optional;

/** The province's cement works, both below 1,500 m so that no altitude correction applies. */
record CementWorks(Noise noise) {

    List<SimulatedEnterprise> all() {
        return List.of(lingwu(), tongxin());
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
        Process process = new KilnProcess(noise.stream("lingwu"), 208.3, 145.6, 55);
        return works(
                profile,
                process,
                beltScale("COAL-KILN", "窑系统入窑煤粉秤", "Coal to the kiln", "raw-coal")
                        .startingAt(418_204));
    }

    /** 2,500 t a day at about 109 kgce/t; the coal scale reports hourly amounts. */
    private SimulatedEnterprise tongxin() {
        Profile profile = Profile.of(
                22,
                new Name("示例同心建材有限公司", "Example Tongxin Building Materials Co."),
                "640324",
                "C3011",
                "existing",
                "36.98",
                "105.91",
                "1340");
        Process process = new KilnProcess(noise.stream("tongxin"), 104.2, 141, 58);
        return works(profile, process, scale("COAL-KILN", "窑系统用煤", "Coal to the kiln", "raw-coal", false, 4));
    }

    private static SimulatedEnterprise works(Profile profile, Process process, SimulatedMeter coal) {
        List<SimulatedMeter> meters = List.of(
                electricity("EL-110KV", "110kV 总进线", "110 kV incomer", 110_000).startingAt(3_077),
                electricity("EL-KILN", "熟料线用电", "Kiln line", 42_000).startingAt(9_114),
                electricity("EL-MILLS", "水泥磨", "Cement mills", 21_000).startingAt(15_208),
                coal,
                scale("CLINKER", "熟料产量（皮带秤）", "Clinker, belt scale", "cement-clinker", true, 4));
        List<Account> accounts = List.of(
                Account.wholePlant("EL-110KV", "COAL-KILN"),
                Account.unitProduct(
                        "clinker-energy",
                        "熟料单位产品综合能耗",
                        "Energy of clinker",
                        "cement.clinker.energy",
                        List.of("EL-KILN", "COAL-KILN"),
                        "CLINKER"));
        return new SimulatedEnterprise(profile, meters, accounts, Optional.empty(), process);
    }
}
