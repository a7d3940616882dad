package io.kilowatch.registry.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kilowatch.domain.CarrierFactor;
import io.kilowatch.domain.Dimension;
import io.kilowatch.domain.Quota;
import io.kilowatch.registry.reference.ReferenceFiles.InvalidReferenceData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferenceFilesTest {
    private static final String CARRIERS = """
            carrier,name_zh,name_en,dimension
            electricity,电力,electricity,electricity
            coke,焦炭,coke,mass
            """;
    private static final String FACTORS = """
            carrier,kgce_per_base_unit,standard,effective_from,verified,source
            electricity,0.1229,GB/T 2589-2020,2021-04-01,yes,"read
            in the standard"
            coke,0.9714,GB/T 2589-2020,2021-04-01,no,recalled
            """;
    private static final String QUOTA_HEADER =
            "quota,standard_no,standard_name_zh,standard_name_en,product,process_or_condition,metric_zh,metric_en,unit,"
                    + "level1_advanced,level2_access,level3_limit,effective_from,verified,source\n";
    private static final String QUOTAS =
            QUOTA_HEADER + "q,GB 1,限额,Norm,铝,,电耗,electricity,kWh/t,-5,3,,2024-01-01,yes,somewhere\n";

    @Test
    void theFilesOfTheProgramLoad() {
        ReferenceData data = ReferenceData.standard();

        assertThat(data.carrierIds()).contains("electricity", "raw-coal", "heat");
        assertThat(data.quotaIds())
                .contains(
                        "aluminium.liquid-ac",
                        "cement.clinker.energy",
                        "ferrosilicon.",
                        "calcium-carbide.energy",
                        "pue");
        assertThat(data.quota("aluminium.liquid-ac", LocalDate.parse("2026-08-01"))
                        .flatMap(Quota::level3))
                .contains(new BigDecimal("13350"));
        assertThat(data.factor("electricity", LocalDate.parse("2026-08-01")).flatMap(CarrierFactor::kgcePerUnit))
                .contains(new BigDecimal("0.1229"));
        assertThat(data.carrier("heat").orElseThrow().dimension()).isEqualTo(Dimension.HEAT);
    }

    @Test
    void everyCarrierOfTheProgramHasAFactorNow() {
        ReferenceData data = ReferenceData.standard();

        assertThat(data.carrierIds().split(", "))
                .allSatisfy(carrier -> assertThat(data.factor(carrier, LocalDate.parse("2026-01-01")))
                        .isPresent());
    }

    @Test
    void levelsMayBeMissingNegativeAndOutOfOrder() throws IOException {
        Quota quota = load(CARRIERS, FACTORS, QUOTAS).quotas("q").get(0);

        assertThat(quota.level(1)).contains(new BigDecimal("-5"));
        assertThat(quota.level(2)).contains(new BigDecimal("3"));
        assertThat(quota.level(3)).isEmpty();
    }

    @Test
    void anEditionIsInForceFromItsDayUntilTheNext() throws IOException {
        String quotas = QUOTAS + "q,GB 1-2026,限额,Norm,铝,,电耗,electricity,kWh/t,1,2,3,2026-07-01,yes,somewhere\n";

        ReferenceData data = load(CARRIERS, FACTORS, quotas);

        assertThat(data.quota("q", LocalDate.parse("2023-12-31"))).isEmpty();
        assertThat(data.quota("q", LocalDate.parse("2026-06-30")).map(Quota::standard))
                .contains("GB 1");
        assertThat(data.quota("q", LocalDate.parse("2026-07-01")).map(Quota::standard))
                .contains("GB 1-2026");
        assertThat(data.quota("unknown", LocalDate.EPOCH)).isEmpty();
    }

    @Test
    void everyFaultNamesFileLineAndColumnBehindMultiLineCellsToo() {
        List<String> faults = faults(
                CARRIERS + "tar,焦油,tar,colour\n",
                FACTORS + "peat,x,GB,2021-13-01,maybe,\n",
                QUOTA_HEADER
                        + "a,GB 1,\"限\n额\",Norm,铝,,电耗,e,kWh/t,1,2,3,2024-01-01,yes,s\n"
                        + "\n"
                        + "b,GB 1,限额,Norm,铝,,电耗,e,kWh,1,two,3,2024-01-01,yes,s\n");

        assertThat(faults)
                .containsExactly(
                        "carriers.csv line 4, dimension: \"colour\" is no dimension",
                        "carrier-factors.csv line 5, carrier: \"peat\" is not in carriers.csv",
                        "carrier-factors.csv line 5, kgce_per_base_unit: \"x\" is no decimal",
                        "carrier-factors.csv line 5, effective_from: \"2021-13-01\" is no date such as 2026-01-31",
                        "carrier-factors.csv line 5, verified: \"maybe\" must be yes or no",
                        "carrier-factors.csv line 5, source: is empty",
                        "quotas.csv line 5, unit: must be one of kWh/t, kgce/t, 1",
                        "quotas.csv line 5, level2_access: \"two\" is no decimal");
    }

    @Test
    void anEmptyCellIsReportedOnce() {
        assertThat(faults(CARRIERS, FACTORS + "coke,,GB,2008-06-01,no,s\n", QUOTAS))
                .containsExactly("carrier-factors.csv line 5, kgce_per_base_unit: is empty");
    }

    @Test
    void aRowWithTooManyCellsIsReportedWithItsLine() {
        assertThat(faults(CARRIERS + "tar,焦油,tar,mass,black\n", FACTORS, QUOTAS))
                .singleElement()
                .asString()
                .startsWith("carriers.csv line 4: Too many entries");
    }

    @Test
    void twoRowsOfOneKeyAreReportedBecauseNeitherWouldBeMeant() {
        assertThat(faults(
                        CARRIERS + "coke,焦炭,coke,mass\n",
                        FACTORS + "coke,0.97,GB/T 2589-2020,2021-04-01,no,recalled\n",
                        QUOTAS + QUOTAS.substring(QUOTA_HEADER.length())))
                .containsExactly(
                        "carriers.csv line 4, carrier: has the same key as an earlier row",
                        "carrier-factors.csv line 5, carrier: has the same key as an earlier row",
                        "quotas.csv line 3, quota: has the same key as an earlier row");
    }

    private static List<String> faults(String carriers, String factors, String quotas) {
        InvalidReferenceData invalid =
                catchThrowableOfType(InvalidReferenceData.class, () -> load(carriers, factors, quotas));
        return String.valueOf(invalid.getMessage()).lines().toList();
    }

    private static ReferenceData load(String carriers, String factors, String quotas) throws IOException {
        return ReferenceFiles.load(Map.of(
                ReferenceFiles.CARRIERS, stream(carriers),
                ReferenceFiles.FACTORS, stream(factors),
                ReferenceFiles.QUOTAS, stream(quotas)));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
