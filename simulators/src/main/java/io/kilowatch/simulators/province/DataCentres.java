package io.kilowatch.simulators.province;

import static io.kilowatch.simulators.province.Account.terms;
import static io.kilowatch.simulators.province.SimulatedMeter.electricity;

import io.kilowatch.simulators.province.SimulatedEnterprise.Hall;
import java.util.List;
import java.util.Optional;

/** The province's data centres. */
public record DataCentres(Noise noise, Weather weather) {
    private static final String NEW_LARGE = "data-centre.pue.ningxia-new-large";
    private static final String GRADES = "data-centre.pue.gb40879";

    List<SimulatedEnterprise> all() {
        return List.of(shapotou(), yinchuan(), dawukou());
    }

    /** Cold air and hot aisles closed: about 1.15 against 1.2. */
    private SimulatedEnterprise shapotou() {
        Profile profile = Profile.of(
                1,
                new Name("示例沙坡头云数据中心有限公司", "Example Shapotou Cloud Data Centre Co."),
                "640502",
                "I6450",
                "new",
                "37.48",
                "105.17",
                "1240");
        Process process =
                new DataCentreProcess(noise.stream("shapotou"), weather, 28_000, 0.12, 0.045, 0.022, 0.056, 0.122);
        Declarations declared = Declarations.of(noise.stream("shapotou"), 41_000, 7_200, 3_100)
                .growing(12)
                .withCertificates("certificate", 150_000)
                .withCertificates("bundled-certificate", 60_000);
        Hall hall = new Hall(8_000, 2, "2024-05-01", Optional.of("1.2"));
        Account pue = pue(NEW_LARGE).judgedToo(GRADES, "data-centre.pue.ningxia-hub", "commitment");
        return centre(profile, process, hall, declared, pue, 60_000, 60_000);
    }

    /** Chilled water all year: about 1.27 against 1.2, the data centre above its limit. */
    private SimulatedEnterprise yinchuan() {
        Profile profile = Profile.of(
                2,
                new Name("示例银川数据港有限公司", "Example Yinchuan Data Port Co."),
                "640104",
                "I6450",
                "new",
                "38.49",
                "106.29",
                "1110");
        Process process =
                new DataCentreProcess(noise.stream("yinchuan"), weather, 15_000, 0.08, 0.075, 0.035, 0.125, 0.205);
        Declarations declared =
                Declarations.of(noise.stream("yinchuan"), 23_000, 4_300, 1_700).growing(8);
        Hall hall = new Hall(4_500, 2, "2023-09-15", Optional.of("1.2"));
        Account pue = pue(NEW_LARGE).judgedToo("commitment");
        return centre(profile, process, hall, declared, pue, 40_000, 40_000);
    }

    /** An older house: about 1.38 against 1.5. Its first incomer's register rolls over in the second month. */
    private SimulatedEnterprise dawukou() {
        Profile profile = Profile.of(
                3,
                new Name("示例大武口信息服务有限公司", "Example Dawukou Information Services Co."),
                "640202",
                "I6450",
                "existing",
                "39.02",
                "106.37",
                "1120");
        Process process = new DataCentreProcess(noise.stream("dawukou"), weather, 4_200, 0.02, 0.11, 0.05, 0.16, 0.295);
        Declarations declared =
                Declarations.of(noise.stream("dawukou"), 6_900, 1_500, 520).growing(2);
        Hall hall = new Hall(1_600, 1, "2014-06-01", Optional.empty());
        return centre(profile, process, hall, declared, pue(GRADES), 12_000, 999_800);
    }

    private static Account pue(String quota) {
        return Account.pue(quota, terms("EL-IN-A", "EL-IN-B"), terms("EL-IT-A", "EL-IT-B"));
    }

    /** A centre with the meters of all. */
    public static SimulatedEnterprise centre(
            Profile profile,
            Process process,
            Hall hall,
            Declarations declared,
            Account pue,
            long multiplier,
            long firstRegister) {
        List<SimulatedMeter> meters = List.of(
                electricity("EL-IN-A", "10kV A 路进线", "10 kV incomer A", multiplier)
                        .startingAt(firstRegister),
                electricity("EL-IN-B", "10kV B 路进线", "10 kV incomer B", multiplier)
                        .startingAt(31_402),
                electricity("EL-IT-A", "A 路 UPS 输出汇总", "UPS outputs A, sum", 1)
                        .withDigits(10)
                        .startingAt(84_120_310),
                electricity("EL-IT-B", "B 路 UPS 输出汇总", "UPS outputs B, sum", 1)
                        .withDigits(10)
                        .startingAt(79_866_204),
                electricity("EL-COOL", "制冷系统", "Cooling", 2_000).startingAt(12_055),
                electricity("EL-BLDG", "楼宇与照明", "Building services", 400).startingAt(7_781));
        List<Account> accounts = List.of(Account.wholePlant(terms("EL-IN-A", "EL-IN-B")), pue);
        return new SimulatedEnterprise(profile, meters, accounts, Optional.of(hall), declared, process);
    }
}
