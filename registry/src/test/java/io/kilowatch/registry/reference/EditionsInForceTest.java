package io.kilowatch.registry.reference;

import static io.kilowatch.registry.reference.ReferenceFiles.CARRIERS;
import static io.kilowatch.registry.reference.ReferenceFiles.FACTORS;
import static io.kilowatch.registry.reference.ReferenceFiles.INPUTS;
import static io.kilowatch.registry.reference.ReferenceFiles.QUOTAS;
import static io.kilowatch.registry.reference.ReferenceFiles.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.Basis;
import io.kilowatch.domain.Carrier;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.QuotaEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditionsInForceTest {
    private static final String COLUMNS_OF_OLD = "quota,standard_no,standard_name_zh,standard_name_en,product,"
            + "process_or_condition,metric_zh,metric_en,unit,level1_advanced,level2_access,level3_limit,"
            + "effective_from,verified,source\n";

    private final SampleFiles files = new SampleFiles()
            .adding(
                    QUOTAS,
                    "q,limit,GB 1-2026,限额,Norm,metal,铝,,电耗,electricity,kWh/t,1,2,3,,,calorific,,2026-07-01,,yes,s")
            .adding(
                    QUOTAS,
                    "q,benchmark,723,标杆,benchmarks,metal,铝,,电耗,electricity,kWh/t,,,,2,3,calorific,,2023-07-04,,yes,s")
            .adding(FACTORS, "electricity,calorific,GB 9,0.3,,,GB 9,2025-05-01,no,s")
            .adding(FACTORS, "electricity,primary,,0.3066,,,yearbook,2015-01-01,no,s");

    @Test
    void anEditionIsInForceFromItsDayUntilTheNext() {
        ReferenceData data = files.load();

        assertThat(data.quota("q", day("2023-12-31"))).isEmpty();
        assertThat(data.quota("q", day("2026-06-30")).map(Quota::standard)).contains("GB 1");
        assertThat(data.quota("q", day("2026-07-01")).map(Quota::standard)).contains("GB 1-2026");
        assertThat(data.quota("unknown", LocalDate.EPOCH)).isEmpty();
        assertThat(data.quotas("q")).extracting(Quota::standard).containsExactly("GB 1", "GB 1-2026");
    }

    @Test
    void rulesBelongToTheirEditionOnly() {
        ReferenceData data = files.load();

        assertThat(data.entry("q", day("2026-06-30")).orElseThrow().rules()).hasSize(1);
        assertThat(data.entry("q", day("2026-07-01")).orElseThrow().rules()).isEmpty();
        assertThat(data.benchmark("q", day("2026-06-30")).orElseThrow().rules()).isEmpty();
    }

    @Test
    void aBenchmarkIsNoLimit() {
        ReferenceData data = files.load();

        assertThat(data.benchmark("q", day("2023-07-03"))).isEmpty();
        assertThat(data.benchmark("q", day("2023-07-04")).flatMap(QuotaEntry::benchmark))
                .contains(new BigDecimal("2"));
        assertThat(data.quota("q", day("2023-07-04"))).isEmpty();
        assertThat(data.entries()).hasSize(3);
    }

    @Test
    void aBenchmarkWithoutALimitIsAllowed() {
        ReferenceData data = files.adding(
                        QUOTAS,
                        "w,benchmark,723,标杆,benchmarks,metal,铜,,电耗,electricity,kWh/t,,,,2,3,calorific,,2023-07-04,,yes,s")
                .load();

        assertThat(data.benchmark("w", day("2024-01-01"))).isPresent();
        assertThat(data.quotaIds()).isEqualTo("q");
    }

    @Test
    void aStandardsOwnFactorGoesBeforeTheGeneralOne() {
        ReferenceData data = files.load();

        assertThat(factor(data, "electricity", Basis.CALORIFIC, Optional.of("GB 9"), "2025-04-30"))
                .contains(new BigDecimal("0.1229"));
        assertThat(factor(data, "electricity", Basis.CALORIFIC, Optional.of("GB 9"), "2025-05-01"))
                .contains(new BigDecimal("0.3"));
        assertThat(factor(data, "electricity", Basis.CALORIFIC, Optional.empty(), "2025-05-01"))
                .contains(new BigDecimal("0.1229"));
        assertThat(factor(data, "coke", Basis.CALORIFIC, Optional.of("GB 9"), "2025-05-01"))
                .contains(new BigDecimal("0.9714"));
    }

    @Test
    void theBasesAreNotMixedExceptForCarriersThatAreAlikeOnBoth() {
        ReferenceData data = files.load();

        assertThat(factor(data, "electricity", Basis.PRIMARY, Optional.empty(), "2014-12-31"))
                .isEmpty();
        assertThat(factor(data, "electricity", Basis.PRIMARY, Optional.of("GB 9"), "2025-05-01"))
                .contains(new BigDecimal("0.3066"));
        assertThat(factor(data, "coke", Basis.PRIMARY, Optional.empty(), "2025-05-01"))
                .contains(new BigDecimal("0.9714"));
    }

    @Test
    void everyDayOnWhichARuleChangesIsAChange() {
        ReferenceData data = files.load();

        assertThat(data.changes(Set.of("electricity"), Optional.of("q")))
                .containsExactly(
                        day("2015-01-01"), day("2021-04-01"), day("2024-01-01"), day("2025-05-01"), day("2026-07-01"));
        assertThat(data.changes(Set.of("coke"), Optional.empty())).containsExactly(day("2021-04-01"));
        assertThat(data.changes(Set.of(), Optional.empty())).isEmpty();
    }

    @Test
    void levelsMayBeMissingNegativeAndOutOfOrder() {
        Quota quota = files.load().quotas("q").get(0);

        assertThat(quota.level(1)).contains(new BigDecimal("-5"));
        assertThat(quota.level(2)).contains(new BigDecimal("3"));
        assertThat(quota.level(3)).isEmpty();
    }

    @Test
    void filesOfAnEarlierVersionLackColumnsAndStillLoad() {
        ReferenceData data = new SampleFiles()
                .without(INPUTS)
                .without(RULES)
                .without(ReferenceFiles.CONVERSIONS)
                .without(ReferenceFiles.PRICES)
                .without(ReferenceFiles.TARGETS)
                .without(QUOTAS)
                .adding(QUOTAS, COLUMNS_OF_OLD + "q,GB 1,限额,Norm,铝,,电耗,electricity,kWh/t,1,2,3,2024-01-01,yes,s")
                .without(CARRIERS)
                .adding(CARRIERS, "carrier,name_zh,name_en,dimension\ncoke,焦炭,coke,mass")
                .without(FACTORS)
                .adding(
                        FACTORS,
                        "carrier,kgce_per_base_unit,standard,effective_from,verified,source\n"
                                + "coke,0.9714,GB/T 2589-2020,2021-04-01,no,s")
                .load();

        assertThat(data.entry("q", day("2024-01-01")).map(QuotaEntry::kind)).contains(QuotaEntry.Kind.LIMIT);
        assertThat(data.carrier("coke").map(Carrier::quality)).contains(Carrier.Quality.NONE);
        assertThat(factor(data, "coke", Basis.CALORIFIC, Optional.empty(), "2024-01-01"))
                .contains(new BigDecimal("0.9714"));
        assertThat(data.priceTiers()).isEmpty();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Optional<BigDecimal> factor(
            ReferenceData data, String carrier, Basis basis, Optional<String> scope, String day) {
        return data.factor(carrier, basis, scope, day(day)).flatMap(one -> one.kgcePerUnit());
    }
}
