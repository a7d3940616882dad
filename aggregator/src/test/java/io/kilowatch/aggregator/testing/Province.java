package io.kilowatch.aggregator.testing;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Basis;
import io.kilowatch.domain.DataCentre;
import io.kilowatch.domain.Declared;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReportingInterval;
import io.kilowatch.domain.Site;
import io.kilowatch.domain.Unit;
import io.kilowatch.registry.feed.RegistrySnapshot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Five enterprises of Ningxia that do not exist. */
public final class Province {
    /** An aluminium smelter. */
    public static final String SMELTER = code("91640300MA75KW001");

    /** A cement works. */
    public static final String CEMENT = code("91640400MA75KW002");

    /** A data centre. */
    public static final String CENTRE = code("91640500MA75KW003");

    /** A ferrosilicon works. */
    public static final String ALLOY = code("91640200MA75KW004");

    /** A calcium carbide works, of which nothing is measured. */
    public static final String CARBIDE = code("91640200MA75KW005");

    private Province() {}

    private static String code(String first17) {
        return first17 + EnterpriseCode.checkCharacter(first17);
    }

    /** All of them, as a registry. */
    public static RegistrySnapshot snapshot() {
        return new RegistrySnapshot(Map.copyOf(enterprises().stream()
                .collect(Collectors.toMap(
                        one -> one.code().text(), one -> new RegistrySnapshot.Entry(one, 0), (a, b) -> a))));
    }

    /** One of them. */
    public static Enterprise enterprise(String code) {
        return snapshot().find(code).orElseThrow().enterprise();
    }

    private static List<Enterprise> enterprises() {
        return List.of(
                plant(
                        SMELTER,
                        new Name("青铜峡铝业示例有限公司", "Qingtongxia Aluminium (example)"),
                        "640381",
                        "C3216",
                        product(
                                "al",
                                new Name("铝液交流电耗", "AC electricity per t of liquid aluminium"),
                                "aluminium.liquid-ac",
                                "300000"),
                        declared()),
                plant(
                        CEMENT,
                        new Name("固原建材水泥示例厂", "Guyuan Cement (example)"),
                        "640402",
                        "C3011",
                        product(
                                "clinker",
                                new Name("熟料综合能耗", "Energy per t of clinker"),
                                "cement.clinker.energy",
                                "1500000"),
                        Declared.NONE),
                centre(),
                plant(
                        ALLOY,
                        new Name("石嘴山硅铁示例公司 <甲>", "Shizuishan Ferrosilicon & Co. (example)"),
                        "640205",
                        "C3140",
                        product(
                                "fesi",
                                new Name("硅铁冶炼电耗", "Smelting electricity"),
                                "ferrosilicon.smelting-electricity",
                                "60000"),
                        Declared.NONE),
                plant(
                        CARBIDE,
                        new Name("惠农电石示例公司", "Huinong Carbide (example)"),
                        "640205",
                        "C2614",
                        product(
                                "cac2",
                                new Name("电石综合能耗", "Energy per t of carbide"),
                                "calcium-carbide.energy",
                                "200000"),
                        Declared.NONE));
    }

    private static Declared declared() {
        return new Declared(
                List.of(new Declared.CalorificValue(
                        "raw-coal", List.of(), LocalDate.of(2026, 1, 1), new BigDecimal("21310"))),
                List.of(),
                IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> new Declared.Economics(
                                YearMonth.of(2026, month),
                                Optional.of(new BigDecimal("42000")),
                                Optional.of(new BigDecimal("9800"))))
                        .toList(),
                List.of(new Declared.Budget(
                        2026, new BigDecimal("400000"), Basis.CALORIFIC, "宁工信节能发〔2026〕示例号", List.of())),
                List.of(new Declared.Renewable(2026, Declared.Renewable.Kind.CERTIFICATE, new BigDecimal("120000000"))),
                List.of(new Declared.Tariff(Declared.Tariff.Category.PERMITTED, LocalDate.of(2020, 1, 1))));
    }

    private static Account.UnitProduct product(String id, Name name, String quota, String capacity) {
        return new Account.UnitProduct(
                id,
                name,
                Optional.of(quota),
                List.of(new Term("EL", false)),
                List.of(new Term("P", false)),
                List.of(),
                Optional.empty(),
                Optional.of(new BigDecimal(capacity)));
    }

    private static Enterprise plant(
            String code, Name name, String region, String industry, Account.UnitProduct product, Declared declared) {
        List<Meter> meters = List.of(
                meter("EL", "electricity", Unit.KWH),
                meter("CO", "raw-coal", Unit.T),
                meter("GA", "natural-gas", Unit.CUBIC_METRE),
                new Meter(
                        "P",
                        "gw-1",
                        new Name("产量", "output"),
                        new Meter.Measured.Product("product"),
                        ReadingKind.AMOUNT,
                        Unit.T,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        ReportingInterval.P1D,
                        Optional.empty(),
                        Optional.empty()));
        List<Term> energy = List.of(new Term("EL", false), new Term("CO", false), new Term("GA", false));
        return new Enterprise(
                new EnterpriseCode(code),
                name,
                region,
                industry,
                false,
                List.of(new Site(
                        "main",
                        new Name("主厂区", "main site"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new BigDecimal("1135")))),
                Map.of(),
                Enterprise.byId(meters, Meter::id),
                List.of(new Account.Comprehensive("whole", energy), product),
                Optional.empty(),
                declared);
    }

    private static Meter meter(String id, String carrier, Unit unit) {
        return new Meter(
                id,
                "gw-1",
                new Name(id + " 表", "meter " + id),
                new Meter.Measured.Energy(carrier),
                ReadingKind.REGISTER,
                unit,
                List.of(),
                Optional.of(8),
                Optional.empty(),
                List.of(),
                ReportingInterval.PT15M,
                Optional.empty(),
                Optional.empty());
    }

    private static Enterprise centre() {
        List<Meter> meters = List.of(meter("F", "electricity", Unit.KWH), meter("IT", "electricity", Unit.KWH));
        return new Enterprise(
                new EnterpriseCode(CENTRE),
                new Name("中卫云数据中心示例", "Zhongwei Cloud data centre (example)"),
                "640502",
                "I6450",
                true,
                List.of(),
                Map.of(),
                meters.stream().collect(Collectors.toMap(Meter::id, Function.identity())),
                List.of(
                        new Account.Comprehensive("whole", List.of(new Term("F", false))),
                        new Account.PowerUsage(
                                "hall",
                                Optional.of("data-centre.pue.ningxia-new-large"),
                                List.of(new Term("F", false)),
                                List.of(new Term("IT", false)))),
                Optional.of(new DataCentre(6000, 2, Optional.of(LocalDate.of(2024, 5, 1)))));
    }
}
