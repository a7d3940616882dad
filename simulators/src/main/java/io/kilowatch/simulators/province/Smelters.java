package io.kilowatch.simulators.province;

import static io.kilowatch.simulators.province.Account.terms;
import static io.kilowatch.simulators.province.SimulatedMeter.electricity;
import static io.kilowatch.simulators.province.SimulatedMeter.scale;

import java.util.List;
import java.util.Optional;

/** The province's aluminium smelters. */
public record Smelters(Noise noise) {

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
        Declarations declared = Declarations.of(noise.stream("qingtongxia"), 515_000, 51_000, 9_600)
                .withCertificates("bundled-certificate", 400_000)
                .withCertificates("certificate", 200_000);
        Process process = new PotlineProcess(noise.stream("qingtongxia"), 34.25, 13_250, 0.017);
        return smelter(profile, process, declared, 300_000);
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
        Declarations declared = Declarations.of(noise.stream("zhongning"), 420_000, 42_500, 8_900)
                .withCertificates("certificate", 700_000);
        Process process = new PotlineProcess(noise.stream("zhongning"), 28.54, 12_850, 0.015);
        return smelter(profile, process, declared, 250_000);
    }

    /** A smelter with the meters and accounts of all, that can make so many tonnes a year. */
    public static SimulatedEnterprise smelter(Profile profile, Process process, Declarations declared, int capacity) {
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
        return new SimulatedEnterprise(profile, meters, accounts(capacity), Optional.empty(), declared, process);
    }

    private static List<Account> accounts(int capacity) {
        List<Term> all = terms("EL-POT-1", "EL-POT-2", "EL-AUX");
        return List.of(
                Account.wholePlant(terms("EL-220KV-1", "EL-220KV-2")),
                Account.unitProduct(
                                "al-liquid-ac",
                                "铝液交流电耗",
                                "AC electricity of molten aluminium",
                                "aluminium.liquid-ac",
                                terms("EL-POT-1", "EL-POT-2"),
                                Term.of("AL-LIQUID"))
                        .withCapacity(capacity),
                Account.unitProduct(
                                "al-liquid-comprehensive-ac",
                                "铝液综合交流电耗",
                                "Comprehensive AC electricity of molten aluminium",
                                "aluminium.liquid-comprehensive-ac",
                                all,
                                Term.of("AL-LIQUID"))
                        .withCapacity(capacity),
                Account.unitProduct(
                                "al-ingot-ac",
                                "铝锭综合交流电耗",
                                "Comprehensive AC electricity of aluminium ingot",
                                "aluminium.ingot-comprehensive-ac",
                                all,
                                Term.of("AL-INGOT"))
                        .withCapacity(capacity));
    }
}
