package io.kilowatch.simulators.province;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.device.ReadingKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaximumPowerTest {
    private static final BigDecimal STEPS_PER_HOUR =
            BigDecimal.valueOf(Duration.ofHours(1).dividedBy(Slot.LENGTH));

    @ParameterizedTest
    @CsvSource({"42, 2026-07-01", "42, 2027-01-01", "7, 2028-07-01"})
    void leavesHeadRoomAboveEveryStepOfAMonthAndIsNoLooserThanUseful(long seed, LocalDate start) throws IOException {
        Province province = Province.of(seed, start);

        for (SimulatedEnterprise enterprise : province.enterprises()) {
            Map<String, BigDecimal> greatest = greatestPowers(province, enterprise, start.plusMonths(1));
            for (JsonNode meter : meters(province, enterprise)) {
                if (meter.path("kind").asText().equals("register")) {
                    String id = meter.path("id").asText();
                    BigDecimal maximum =
                            new BigDecimal(meter.path("maximumPower").asText());
                    BigDecimal power = requireNonNull(greatest.get(id));

                    assertThat(maximum)
                            .as("%s %s", enterprise.profile().name().en(), id)
                            .isGreaterThan(power.multiply(new BigDecimal("1.3")))
                            .isLessThan(power.multiply(BigDecimal.TEN));
                }
            }
        }
    }

    @Test
    void isGivenToRegistersOnly() throws IOException {
        Province province = Province.of(42, LocalDate.parse("2026-07-01"));

        for (SimulatedEnterprise enterprise : province.enterprises()) {
            for (JsonNode meter : meters(province, enterprise)) {
                assertThat(meter.has("maximumPower"))
                        .isEqualTo(meter.path("kind").asText().equals("register"));
            }
        }
    }

    private static JsonNode meters(Province province, SimulatedEnterprise enterprise) throws IOException {
        RegistryDocument document = RegistryDocument.of(enterprise, province.start(), province.passwords());
        return new YAMLMapper().readTree(document.yaml()).path("meters");
    }

    /** The greatest power of each register from one reading to the next, in kW or kg per hour. */
    private static Map<String, BigDecimal> greatestPowers(
            Province province, SimulatedEnterprise enterprise, LocalDate end) {
        Map<String, SimulatedMeter> meters = new HashMap<>();
        enterprise.meters().forEach(meter -> meters.put(meter.id(), meter));
        Map<String, BigDecimal> before = new HashMap<>();
        Map<String, BigDecimal> greatest = new HashMap<>();
        for (String device : enterprise.devices()) {
            DeviceFeed feed = province.feed(enterprise, device);
            while (!feed.due().isAfter(Slot.startOf(Slot.numberAt(end)))) {
                for (DeviceReading reading : feed.take()) {
                    if (reading.kind() == ReadingKind.REGISTER) {
                        BigDecimal last = before.put(reading.meter(), reading.value());
                        if (last != null) {
                            SimulatedMeter meter = requireNonNull(meters.get(reading.meter()));
                            greatest.merge(meter.id(), power(meter, last, reading.value()), BigDecimal::max);
                        }
                    }
                }
            }
        }
        return greatest;
    }

    private static BigDecimal power(SimulatedMeter meter, BigDecimal before, BigDecimal after) {
        BigDecimal step = after.subtract(before);
        BigDecimal forward = step.signum() < 0 ? step.add(BigDecimal.TEN.pow(meter.digits())) : step;
        BigDecimal inBase = meter.unit() == MeterUnit.T ? forward.movePointRight(3) : forward;
        return inBase.multiply(BigDecimal.valueOf(meter.multiplier())).multiply(STEPS_PER_HOUR);
    }
}
