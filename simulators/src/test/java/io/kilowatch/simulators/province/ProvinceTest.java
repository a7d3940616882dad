package io.kilowatch.simulators.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.kilowatch.simulators.province.ProvinceLedger.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
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
                    BigDecimal share = ratio.share();
                    if (ABOVE.contains(key)) {
                        assertThat(share).as("%s %s", key, ratio).isGreaterThan(new BigDecimal("1.01"));
                    } else {
                        assertThat(share).as("%s %s", key, ratio).isLessThan(new BigDecimal(monthly ? "0.996" : "1"));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2026, 2028})
    void allKeepTheirBudgetFromWhicheverMonthOnAndOneRunsAheadOfItAtOrange(int year) {
        LocalDate start = LocalDate.of(year, 1, 1);
        Province province = Province.of(42, start);

        for (SimulatedEnterprise enterprise : province.enterprises()) {
            BigDecimal even = BigDecimal.valueOf(enterprise.declarations().budget(year))
                    .divide(new BigDecimal("12"), MathContext.DECIMAL64);
            var months = year(province, enterprise).consumption().headMap(start.plusYears(1));
            for (LocalDate begin : months.keySet()) {
                BigDecimal planned = BigDecimal.ZERO;
                BigDecimal used = BigDecimal.ZERO;
                for (BigDecimal month : months.tailMap(begin).values()) {
                    planned = planned.add(even);
                    used = used.add(month);
                    BigDecimal completion = planned.divide(used, MathContext.DECIMAL64);
                    if (enterprise.profile().name().en().contains("Huinong")) {
                        assertThat(completion).isBetween(new BigDecimal("0.7"), new BigDecimal("0.89"));
                    } else {
                        assertThat(completion)
                                .as("%s from %s", enterprise.profile().name().en(), begin)
                                .isGreaterThan(BigDecimal.ONE);
                    }
                }
            }
        }
    }

    @Test
    void aYearOfTheWholeProvinceIsComputedInSeconds() {
        Province province = Province.of(42, START);

        assertTimeout(Duration.ofSeconds(10), () -> {
            for (SimulatedEnterprise enterprise : province.enterprises()) {
                for (String device : enterprise.devices()) {
                    province.feed(enterprise, device).skipPast(YEAR_END);
                }
            }
        });
    }

    @Test
    void sizesAreThoseOfRealWorks() {
        Province province = Province.of(42, START);
        SimulatedEnterprise smelter = province.enterprises().get(3);

        ProvinceLedger ledger = year(province, smelter);

        assertThat(ledger.total("AL-LIQUID")).isBetween(new BigDecimal("295000"), new BigDecimal("305000"));
        BigDecimal incoming = ledger.total("EL-220KV-1").add(ledger.total("EL-220KV-2"));
        BigDecimal used = ledger.total("EL-POT-1").add(ledger.total("EL-POT-2")).add(ledger.total("EL-AUX"));
        assertThat(incoming.divide(used, MathContext.DECIMAL64))
                .isBetween(new BigDecimal("1.001"), new BigDecimal("1.004"));
    }

    private static ProvinceLedger year(Province province, SimulatedEnterprise enterprise) {
        RegistryDocument document = RegistryDocument.of(enterprise, province.start(), province.passwords());
        Instant end = Slot.startOf(Slot.numberAt(province.start().plusYears(1)));
        ProvinceLedger ledger = new ProvinceLedger(document);
        for (String device : enterprise.devices()) {
            DeviceFeed feed = province.feed(enterprise, device);
            while (!feed.due().isAfter(end)) {
                feed.take().forEach(ledger::add);
            }
        }
        return ledger;
    }
}
