package io.kilowatch.simulators.province;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.simulators.province.ProvinceLedger.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvinceTest {
    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final Instant YEAR_END = Slot.startOf(Slot.numberAt(START.plusYears(1)));
    private static final Set<String> ABOVE =
            Set.of("Example Yinchuan Data Port Co./pue", "Example Huinong Ferrosilicon Co./smelting-electricity");

    @ParameterizedTest
    @ValueSource(longs = {42, 7})
    void exactlyOneDataCentreAndOnePlantAreAboveTheirLimitInEveryMonthAndDayOfAYear(long seed) {
        Province province = Province.of(seed, START);

        for (SimulatedEnterprise enterprise : province.enterprises()) {
            ProvinceLedger ledger = year(province, enterprise);

            for (boolean monthly : new boolean[] {true, false}) {
                for (Ratio ratio : ledger.ratios(monthly)) {
                    String key = enterprise.profile().name().en() + '/' + ratio.account();
                    BigDecimal share =
                            ratio.value().divide(Limits.of(ratio.quota(), ledger.plant()), MathContext.DECIMAL64);
                    if (ABOVE.contains(key)) {
                        assertThat(share).as("%s %s", key, ratio).isGreaterThan(new BigDecimal("1.01"));
                    } else {
                        assertThat(share).as("%s %s", key, ratio).isLessThan(new BigDecimal(monthly ? "0.996" : "1"));
                    }
                }
            }
        }
    }

    @Test
    void figures() {
        Province province = Province.of(42, START);
        for (SimulatedEnterprise enterprise : province.enterprises()) {
            ProvinceLedger ledger = year(province, enterprise);
            for (boolean monthly : new boolean[] {true, false}) {
                Map<String, BigDecimal[]> ranges = new LinkedHashMap<>();
                for (Ratio ratio : ledger.ratios(monthly)) {
                    ranges.merge(ratio.account(), new BigDecimal[] {ratio.value(), ratio.value()}, (a, b) ->
                            new BigDecimal[] {a[0].min(b[0]), a[1].max(b[1])});
                }
                ranges.forEach((account, range) -> System.out.printf(
                        "%-40s %-22s %s %s .. %s%n",
                        enterprise.profile().name().en(),
                        account,
                        monthly ? "M" : "D",
                        range[0].round(new MathContext(6)),
                        range[1].round(new MathContext(6))));
            }
            System.out.println(enterprise.code() + " "
                    + enterprise.meters().stream()
                            .map(m -> m.id() + "=" + ledger.total(m.id()).toBigInteger())
                            .collect(Collectors.joining(", ")));
        }
    }

    private static ProvinceLedger year(Province province, SimulatedEnterprise enterprise) {
        RegistryDocument document = province.documents().stream()
                .filter(one -> one.enterprise().equals(enterprise.code()))
                .findFirst()
                .orElseThrow();
        ProvinceLedger ledger = new ProvinceLedger(document);
        for (String device : enterprise.devices()) {
            DeviceFeed feed = province.feed(enterprise, device);
            while (!feed.due().isAfter(YEAR_END)) {
                feed.take().forEach(ledger::add);
            }
        }
        return ledger;
    }
}
