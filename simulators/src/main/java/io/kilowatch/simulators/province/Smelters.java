package io.kilowatch.simulators.province;

import static io.kilowatch.simulators.province.SimulatedMeter.electricity;
import static io.kilowatch.simulators.province.SimulatedMeter.scale;

import java.util.List;
import java.util.Optional;

/** The province's aluminium smelters. */
record Smelters(Noise noise) {

    List<SimulatedEnterprise> all() {
        return List.of(qingtongxia(), zhongning());
    }

    /** 300,000 t a year at about 13,250 kWh/t against 13,350. */
    private SimulatedEnterprise qingtongxia() {
        Profile profile = Profile.of(
                11,
                new Name("示例青铜峡铝业有限公司", "Example Qingtongxia Aluminium Co."),
                "640381",
                "C3216",
                "existing",
                "37.93",
                "105.99",
                "1130");
        return smelter(profile, new PotlineProcess(noise.stream("qingtongxia"), 34.25, 13_250, 0.017));
    }

    /** A new potline of 250,000 t a year at about 12,860 kWh/t against 13,000. */
    private SimulatedEnterprise zhongning() {
        Profile profile = Profile.of(
                12,
                new Name("示例中宁轻金属有限公司", "Example Zhongning Light Metals Co."),
                "640521",
                "C3216",
                "new",
                "37.51",
                "105.67",
                "1180");
        return smelter(profile, new PotlineProcess(noise.stream("zhongning"), 28.54, 12_850, 0.015));
    }

    private static SimulatedEnterprise smelter(Profile profile, Process process) {
        List<SimulatedMeter> meters = List.of(
                electricity("EL-220KV-1", "220kV 1 号进线", "220 kV incomer 1", 550_000)
                        .startingAt(2_204),
                electricity("EL-220KV-2", "220kV 2 号进线", "220 kV incomer 2", 550_000)
                        .startingAt(2_198),
                electricity("EL-POT-1", "一系列整流（交流侧）", "Rectifiers 1, AC side", 550_000)
                        .startingAt(1_870),
                electricity("EL-POT-2", "二系列整流（交流侧）", "Rectifiers 2, AC side", 550_000)
                        .startingAt(1_865),
                electricity("EL-AUX", "动力与铸造", "Auxiliary and casting power", 70_000)
                        .startingAt(5_410),
                scale("AL-LIQUID", "出铝量（铝液）", "Molten aluminium tapped", "aluminium-liquid", true, 4),
                scale("AL-INGOT", "铝锭产量", "Aluminium ingots cast", "aluminium-ingot", true, 4));
        List<String> pots = List.of("EL-POT-1", "EL-POT-2");
        List<Account> accounts = List.of(
                Account.wholePlant("EL-220KV-1", "EL-220KV-2"),
                Account.unitProduct(
                        "al-liquid-ac",
                        "铝液交流电耗",
                        "AC electricity of molten aluminium",
                        "aluminium.liquid-ac",
                        pots,
                        "AL-LIQUID"),
                Account.unitProduct(
                        "al-ingot-ac",
                        "铝锭综合交流电耗",
                        "Comprehensive AC electricity of aluminium ingot",
                        "aluminium.ingot-comprehensive-ac",
                        List.of("EL-POT-1", "EL-POT-2", "EL-AUX"),
                        "AL-INGOT"));
        return new SimulatedEnterprise(profile, meters, accounts, Optional.empty(), process);
    }
}
