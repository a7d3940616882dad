package io.kilowatch.registry.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.IndicatorUnit;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.QuotaEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quota table that comes with the program, held to what was published. */
class QuotaTableTest {
    private final ReferenceData data = ReferenceData.standard();

    @Test
    void holdsThe284RowsOfTheTableOneOfThemTwiceAndThePlansRow() {
        assertThat(data.entries()).hasSize(284 + 1 + 1);
        assertThat(data.entries().stream()
                        .map(entry -> entry.quota().standard())
                        .distinct())
                .hasSize(41);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
                    GB 21346-2022               ;   8; 130960
                    GB 25324-2022               ;  11; 7527
                    GB 21341-2022               ;  18; 114070
                    GB 21343-2023               ;  12; 38263
                    GB 21344-2023               ;  18; 28957
                    GB 21257-2024               ;  12; 15051
                    GB 21342-2025               ;   2; 725
                    GB 21256-2025               ;   7; 1764
                    GB 21256-2013               ;   3; 1251
                    GB 16780-2021               ;   5; 1143
                    GB 21340-2019               ;   6; 4008.5
                    GB 30251-2024               ;  14; 10674.85
                    GB 29436-2023               ;   9; 38110
                    GB 30180-2024               ;   7; 49403.7
                    GB 29447-2026               ;   2; 29
                    GB 29447-2022               ;   1; 26.5
                    GB 47835-2026               ;   2; 22436.64
                    GB 21347-2023               ;   4; 39800
                    GB 29995-2024               ;   9; 58030
                    GB 21258-2024               ;  13; 6331
                    GB 45247-2025               ;   6; 3463.5
                    GB 29140-2024               ;   8; 8210
                    GB 25323-2023               ;  20; 29755
                    GB 21370-2017               ;  19; 157845
                    GB 29445-2025               ;   2; 35.9
                    GB 29446-2019               ;   2; 30
                    GB 46029-2025               ;   2; 4040
                    GB 29449-2024               ;   6; 9960
                    GB 29435-2025               ;   1; 0
                    GB 29435-2012               ;   1; 0
                    GB 21345-2024               ;   1; 7700
                    DB64/T 1147-2022            ;   1; 0
                    GB 40879-2021               ;   1; 4
                    数据中心绿色低碳发展专项行动计划(2024)      ;   2; 2.45
                    宁夏枢纽复函(2021-12)             ;   1; 1.2
                    长三角枢纽复函                     ;   1; 1.25
                    GB/T 32910.3-2016           ;   1; 0
                    ISO/IEC 30134-2:2016        ;   1; 0
                    发改产业〔2023〕723号              ;  44; 92439
                    发改产业〔2021〕1609号             ;   2; 5480
                    宁政发〔2022〕30号                ;   1; 2.4
                    """)
    void noRowAndNoFigureOfAStandardIsLostOrChanged(String standard, int rows, BigDecimal sumOfAllFigures) {
        List<QuotaEntry> entries = data.entries().stream()
                .filter(entry -> entry.quota().standard().equals(standard))
                .toList();

        assertThat(entries).hasSize(rows);
        assertThat(entries.stream().flatMap(QuotaTableTest::figures).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(sumOfAllFigures);
    }

    private static Stream<BigDecimal> figures(QuotaEntry entry) {
        return Stream.of(
                        entry.quota().level1(),
                        entry.quota().level2(),
                        entry.quota().level3(),
                        entry.benchmark(),
                        entry.baseline())
                .flatMap(Optional::stream);
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
                    aluminium.liquid-ac                         ; 2026-01-01 ; GB 21346-2022 ; 12950 ; 13000 ; 13350
                    aluminium.liquid-comprehensive-ac           ; 2025-06-30 ; GB 21346-2022 ; 13250 ; 13350 ; 13700
                    ferrosilicon.energy                         ; 2026-01-01 ; GB 21341-2022 ; 1700 ; 1770 ; 1850
                    silicomanganese.smelting-electricity        ; 2026-01-01 ; GB 21341-2022 ; 3800 ; 4000 ; 4250
                    calcium-carbide.energy                      ; 2026-01-01 ; GB 21343-2023 ; 805 ; 823 ; 940
                    calcium-carbide.furnace-electricity         ; 2026-01-01 ; GB 21343-2023 ; 3000 ; 3080 ; 3200
                    cement.energy                               ; 2026-01-01 ; GB 16780-2021 ; 80 ; 87 ; 94
                    ammonia.natural-gas.energy                  ; 2026-01-01 ; GB 21344-2023 ; 996 ; 1000 ; 1200
                    refining.energy-factor                      ; 2026-01-01 ; GB 30251-2024 ; 6.85 ; 7.50 ; 8.50
                    steel.converter.energy                      ; 2026-06-30 ; GB 21256-2013 ; -30 ; -25 ; -10
                    steel.converter.energy                      ; 2026-07-01 ; GB 21256-2025 ; -30 ; -28 ; -12
                    steel.blast-furnace.energy                  ; 2026-06-30 ; GB 21256-2013 ; 361 ; 370 ; 435
                    steel.blast-furnace.energy                  ; 2026-07-01 ; GB 21256-2025 ; 361 ; 370 ; 415
                    steel.electric-arc-furnace.below-50t.energy ; 2026-07-01 ; GB 21256-2025 ; 61 ; - ; 86
                    polysilicon.rod.energy                      ; 2026-12-31 ; GB 29447-2022 ; 7.5 ; 8.5 ; 10.5
                    polysilicon.rod.energy                      ; 2027-01-01 ; GB 29447-2026 ; 5.0 ; 5.5 ; 6.3
                    phthalic-anhydride.energy                   ; 2026-01-01 ; GB 30251-2024 ; -296 ; -249 ; -111
                    power.coal.subcritical-300mw.supply-coal    ; 2026-01-01 ; GB 21258-2024 ; 309 ; 285 ; 321
                    power.coal.ultra-high-pressure-200mw.supply-coal ; 2026-01-01 ; GB 21258-2024 ; - ; - ; 352
                    glass.flat.up-to-500t.energy                ; 2026-01-01 ; GB 21340-2019 ; - ; - ; 14.0
                    data-centre.pue.gb40879                     ; 2026-01-01 ; GB 40879-2021 ; 1.20 ; 1.30 ; 1.50
                    data-centre.pue.ningxia-new-large           ; 2026-01-01 ; 宁政发〔2022〕30号 ; - ; 1.2 ; 1.2
                    """)
    void theEditionInForceHasItsLevelsAsPublished(
            String id, LocalDate day, String standard, BigDecimal level1, BigDecimal level2, BigDecimal level3) {
        Quota quota = data.quota(id, day).orElseThrow();

        assertThat(quota.standard()).isEqualTo(standard);
        assertThat(quota.level1()).isEqualTo(Optional.ofNullable(level1));
        assertThat(quota.level2()).isEqualTo(Optional.ofNullable(level2));
        assertThat(quota.level3()).isEqualTo(Optional.ofNullable(level3));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(delimiter = ';', textBlock = """
                    ferrosilicon.energy                         ; 2023-07-03 ; 1770 ; 1900 ; false
                    ferrosilicon.energy                         ; 2023-07-04 ; 1770 ; 1850 ; true
                    silicomanganese.energy                      ; 2022-01-01 ; 860 ; 950 ; true
                    steel.converter.energy                      ; 2026-01-01 ; -30 ; -10 ; true
                    steel.electric-arc-furnace.50t-to-70t.energy ; 2026-01-01 ; 61 ; 72 ; false
                    steel.electric-arc-furnace.70t-or-more.energy ; 2026-01-01 ; 61 ; 72 ; false
                    calcium-carbide.energy                      ; 2026-01-01 ; 805 ; 940 ; false
                    cement.clinker.energy                       ; 2026-01-01 ; 100 ; 117 ; false
                    refining.energy-factor                      ; 2026-01-01 ; 7.5 ; 8.5 ; false
                    aluminium.liquid-ac                         ; 2026-01-01 ; 13000 ; 13350 ; false
                    ammonia.prime-lump-anthracite.energy        ; 2026-01-01 ; 1100 ; 1350 ; false
                    """)
    void benchmarkAndBaselineStandBesideTheLimitOfTheSameId(
            String id, LocalDate day, BigDecimal benchmark, BigDecimal baseline, boolean verified) {
        QuotaEntry entry = data.benchmark(id, day).orElseThrow();

        assertThat(entry.benchmark()).contains(benchmark);
        assertThat(entry.baseline()).contains(baseline);
        assertThat(entry.quota().verified()).isEqualTo(verified);
        assertThat(data.quotas(id)).isNotEmpty();
    }

    @Test
    void aBenchmarkCountsInTheUnitOfItsLimit() {
        assertThat(data.entries().stream().filter(entry -> entry.kind() == QuotaEntry.Kind.BENCHMARK))
                .allSatisfy(entry -> assertThat(data.quotas(entry.quota().id()))
                        .allSatisfy(limit ->
                                assertThat(limit.unit()).isEqualTo(entry.quota().unit())));
    }

    @Test
    void onlyIndustrialSiliconHasABenchmarkWithoutALimit() {
        assertThat(data.entries().stream()
                        .filter(entry -> entry.kind() == QuotaEntry.Kind.BENCHMARK)
                        .map(entry -> entry.quota().id())
                        .filter(id -> data.quotas(id).isEmpty()))
                .containsExactly("industrial-silicon.energy");
    }

    @Test
    void rowsWithoutADateAreNeverInForceAndCanBeBrowsed() {
        assertThat(data.entries().stream()
                        .filter(entry -> entry.quota().effectiveFrom().getYear() == 9999))
                .extracting(entry -> entry.quota().id())
                .containsExactly("data-centre.pue.yangtze-hub");
        assertThat(data.entry("data-centre.pue.yangtze-hub", LocalDate.parse("2100-01-01")))
                .isEmpty();
    }

    @Test
    void rowsWithAPartOfADateOnlySayWhichDayWasEntered() {
        QuotaEntry hub = data.entry("data-centre.pue.ningxia-hub", LocalDate.parse("2021-12-31"))
                .orElseThrow();

        assertThat(hub.quota().source()).contains("only the month 2021-12 is known: its last day is entered");
        assertThat(data.entry("data-centre.pue.hub-2025", LocalDate.parse("2024-12-30")))
                .isEmpty();
        assertThat(data.entry("data-centre.pue.hub-2025", LocalDate.parse("2024-12-31")))
                .isPresent();
    }

    @Test
    void rowsWithoutFiguresSayThatTheyAreOnlyToBeBrowsed() {
        assertThat(data.entries().stream()
                        .filter(entry -> figures(entry).findAny().isEmpty()))
                .hasSize(5)
                .allSatisfy(entry -> assertThat(entry.quota().source()).contains("no figures: only to be browsed"));
    }

    @Test
    void everyUnitIsUnderstood() {
        assertThat(data.entries().stream().map(entry -> entry.quota().unit()).distinct())
                .contains("kWh/t", "kgce/t", "kg/t", "kgoe/(t·能量因数)", "gce/(kW·h)", "kgce/重箱", "1", "")
                .doesNotContain("kW·h/t")
                .allMatch(unit -> unit.isEmpty()
                        || unit.equals("1")
                        || IndicatorUnit.parse(unit).isPresent());
    }

    @Test
    void refiningCountsWithFactorsOfItsOwn() {
        assertThat(data.entries().stream().filter(entry -> entry.factorScope().isPresent()))
                .hasSize(14)
                .allSatisfy(entry -> assertThat(entry.quota().standard())
                        .isEqualTo(entry.factorScope().orElseThrow()));
    }

    @Test
    void idsAreWordsInSmallLetters() {
        assertThat(data.entries())
                .allSatisfy(entry ->
                        assertThat(entry.quota().id()).matches("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+"));
    }

    @Test
    void editionsOfAnIdAreOrderedByDay() {
        assertThat(data.entries().stream().map(entry -> entry.quota().id()).distinct())
                .allSatisfy(id ->
                        assertThat(data.quotas(id)).isSortedAccordingTo(Comparator.comparing(Quota::effectiveFrom)));
    }
}
