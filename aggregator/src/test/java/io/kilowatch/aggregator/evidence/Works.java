package io.kilowatch.aggregator.evidence;

import static io.kilowatch.aggregator.testing.PointBuilder.aReading;

import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.testing.Times;
import io.kilowatch.domain.ReadingKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A works that makes everything: cement, ferrosilicon and iron, with a refinery and a data centre, above 1,500 m. Every
 * meter counts the same amount every day of 2026.
 */
public final class Works {
    /** Its code. */
    public static final String CODE = Smelter.CODE;

    /** When its figures were computed. */
    public static final Instant COMPUTED = Instant.parse("2027-01-03T00:00:00Z");

    /** What each meter counts a day, in its unit. */
    private static final Map<String, String> DAILY = new LinkedHashMap<>();

    static {
        DAILY.put("EL", "120000");
        DAILY.put("EXPORT", "20000");
        DAILY.put("FURNACE", "82000");
        DAILY.put("COAL", "100");
        DAILY.put("FEED", "30.5");
        DAILY.put("STEAM", "12");
        DAILY.put("RS", "40");
        DAILY.put("DIESEL", "0.3");
        DAILY.put("COOL", "7.2");
        DAILY.put("IT", "80000");
        DAILY.put("CEMENT", "1000");
        DAILY.put("FESI", "10");
        DAILY.put("IRON", "200");
        DAILY.put("CRUDE", "2000");
    }

    private Works() {}

    /** A figure of it in 2026. */
    public static Figure year(String indicator) {
        return new Figure(CODE, indicator, Times.year(2026));
    }

    /** A figure of it in a month. */
    public static Figure month(String indicator, String firstDay) {
        return new Figure(CODE, indicator, Times.month(firstDay));
    }

    /** All that is stored of it. */
    public static MemoryArchive archive() {
        return archive(LocalDate.of(2027, 1, 1));
    }

    /** The same before a day, so that its year runs. */
    static MemoryArchive archive(LocalDate end) {
        MemoryArchive archive = new MemoryArchive(document(), Smelter.RULES);
        long position = 0;
        for (Map.Entry<String, String> meter : DAILY.entrySet()) {
            List<Point> points = new ArrayList<>();
            for (LocalDate day = LocalDate.of(2026, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
                points.add(aReading(day + "T00:00")
                        .ofKind(ReadingKind.AMOUNT)
                        .of(meter.getValue())
                        .inPosition(position++)
                        .build());
            }
            archive.store(meter.getKey(), points);
        }
        return archive;
    }

    private static String meter(String id, String measures, String unit) {
        return "  - {id: %s, device: gw-1, name: {zh: %s, en: %s}, %s, kind: amount, unit: %s, interval: P1D}\n"
                .formatted(id, id, id, measures, unit);
    }

    private static String meters() {
        return meter("EL", "carrier: electricity", "kWh")
                + meter("EXPORT", "carrier: electricity", "kWh")
                + meter("FURNACE", "carrier: electricity", "kWh")
                + meter("COAL", "carrier: raw-coal", "t")
                + meter("FEED", "carrier: raw-coal", "t")
                + meter("STEAM", "carrier: steam", "t")
                + meter("RS", "carrier: refinery-steam-1000kpa", "t")
                + meter("DIESEL", "carrier: diesel", "t")
                + meter("COOL", "carrier: cooling", "GJ")
                + meter("IT", "carrier: electricity", "kWh")
                + meter("CEMENT", "product: cement", "t")
                + meter("FESI", "product: ferrosilicon", "t")
                + meter("IRON", "product: iron", "t")
                + meter("CRUDE", "product: throughput", "t");
    }

    /** Its document. */
    public static String document() {
        return """
                enterprise:
                  code: %s
                  name: {zh: 测试联合企业, en: Test Works}
                  region: "640300"
                  industry: C3011
                  plant: existing
                sites:
                  - {id: main, name: {zh: 厂区, en: works}, altitude: 1600, pressure: 80000}
                devices:
                  - {id: gw-1}
                meters:
                """.formatted(CODE) + meters() + """
                accounts:
                  - {id: all, indicator: comprehensive-energy, energy: [{meter: EL}, {meter: EXPORT, sign: "-"},
                     {meter: COAL}, {meter: FEED, use: feedstock}, {meter: STEAM}]}
                  - {id: cement, indicator: unit-product, name: {zh: 水泥综合能耗, en: Cement}, quota: cement.energy,
                     energy: [{meter: EL}, {meter: COAL}], output: [{meter: CEMENT}],
                     inputs: [{input: clinker_ratio, from: 2026-01-01, value: 76}]}
                  - {id: fesi, indicator: unit-product, name: {zh: 硅铁电耗, en: Ferrosilicon},
                     quota: ferrosilicon.smelting-electricity, energy: [{meter: FURNACE}],
                     output: [{meter: FESI, conversion: ferrosilicon.si}],
                     inputs: [{input: ore_grade, from: 2026-01-01, value: 97.5},
                       {input: ore_grade, from: 2026-07-01, value: 98.5},
                       {input: si_content, from: 2026-01-01, value: 72}]}
                  - {id: iron, indicator: unit-product, name: {zh: 高炉工序能耗, en: Blast furnace},
                     quota: steel.blast-furnace.energy, energy: [{meter: COAL}], output: [{meter: IRON}],
                     inputs: [{input: rare_earth_ore, from: 2026-01-01, value: 0},
                       {input: vanadium_titanium_ore, from: 2026-01-01, value: 10},
                       {input: laterite_ore, from: 2026-01-01, value: 0},
                       {input: feed_grade, from: 2026-01-01, value: 60}]}
                  - {id: refinery, indicator: unit-product, name: {zh: 炼油, en: Refining}, quota: refining.energy-factor,
                     energy: [{meter: EL}, {meter: RS}, {meter: DIESEL}],
                     output: [{meter: CRUDE, conversion: refining.energy-factor}],
                     inputs: [{input: refinery_energy_factor, from: 2026-01-01, value: 4.5}]}
                  - {id: plain, indicator: unit-product, name: {zh: 单耗, en: Plain}, energy: [{meter: COAL}],
                     output: [{meter: CEMENT}]}
                  - {id: hall, indicator: pue, quota: data-centre.pue.gb40879,
                     thresholds: [data-centre.pue.ningxia-new-large, commitment],
                     facility: [{meter: EL}, {meter: EXPORT, sign: "-"}, {meter: DIESEL}, {meter: COOL}],
                     it: [{meter: IT}]}
                dataCentre:
                  {racks: 2000, category: 2, commitment: {pue: 1.25, document: 节能审查意见, from: 2021-01-01}}
                calorificValues:
                  - {carrier: raw-coal, from: 2026-01-01, value: 20908}
                  - {carrier: raw-coal, meters: [COAL], from: 2026-03-11, value: 21500}
                steam:
                  - {meter: STEAM, from: 2026-01-01, pressure: 0.9, temperature: 190}
                economics:
                  - {month: 2026-01, outputValue: 500.5, valueAdded: 120}
                  - {month: 2026-02, outputValue: 480}
                budgets:
                  - {year: 2026, tce: 36000, basis: calorific, document: 预算文件}
                renewables:
                  - {year: 2020, kind: certificate, kWh: 1000000}
                  - {year: 2026, kind: certificate, certificates: 4000}
                  - {year: 2026, kind: own-generation, kWh: 250000.5}
                """;
    }
}
