package io.kilowatch.simulators.province;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.device.ReadingKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DeviceFeedTest {
    private static final LocalDate START = LocalDate.parse("2026-07-01");

    @Property(tries = 40)
    void aFeedSkippedToAPlaceGoesOnAsOneThatWasReadToIt(
            @ForAll @IntRange(max = 1000) int seed,
            @ForAll @IntRange(max = 10) int enterprise,
            @ForAll @IntRange(min = 1, max = 3000) int slots) {
        DeviceFeed straight = feed(seed, enterprise);
        DeviceFeed resumed = feed(seed, enterprise);

        take(straight, slots);
        resumed.skipPast(Slot.startOf(Slot.numberAt(START) + slots - 1));

        assertThat(resumed.due()).isEqualTo(straight.due());
        assertThat(take(resumed, 200)).isEqualTo(take(straight, 200));
    }

    @Property(tries = 20)
    void theSameSeedSendsTheSameReadingsAndAnotherSeedOthers(
            @ForAll @IntRange(max = 1000) int seed, @ForAll @IntRange(max = 10) int enterprise) {
        List<DeviceReading> readings = take(feed(seed, enterprise), 300);

        assertThat(take(feed(seed, enterprise), 300)).isEqualTo(readings);
        assertThat(take(feed(seed + 1, enterprise), 300)).isNotEqualTo(readings);
    }

    @Test
    void theFirstReadingsAreRegistersAtMidnightInNingxia() {
        List<DeviceReading> first = feed(42, 0).take();

        assertThat(first).hasSize(6).allSatisfy(reading -> {
            assertThat(reading.kind()).isEqualTo(ReadingKind.REGISTER);
            assertThat(reading.at().atOffset(ZoneOffset.ofHours(8))).hasToString("2026-07-01T00:00+08:00");
        });
    }

    @Test
    void anAmountIsSentWhenItsHourHasPassedAndBearsTheHoursStart() {
        Province province = Province.of(42, START);
        DeviceFeed scales = province.feed(province.enterprises().get(3), "gw-2");

        List<DeviceReading> early = take(scales, 4);
        List<DeviceReading> atOne = scales.take();

        assertThat(early).isEmpty();
        assertThat(atOne).extracting(DeviceReading::meter).containsExactly("AL-LIQUID", "AL-INGOT");
        assertThat(atOne).allSatisfy(reading -> {
            assertThat(reading.kind()).isEqualTo(ReadingKind.AMOUNT);
            assertThat(reading.at()).isEqualTo(province.begin());
        });
    }

    @Test
    void aRegisterRollsOverWithinItsDigits() {
        DeviceFeed feed = feed(42, 2);
        BigDecimal before = BigDecimal.ZERO;
        int rollovers = 0;

        for (DeviceReading reading : take(feed, 96 * 92)) {
            if (reading.meter().equals("EL-IN-A")) {
                assertThat(reading.value()).isBetween(BigDecimal.ZERO, new BigDecimal("999999.9999"));
                rollovers += reading.value().compareTo(before) < 0 ? 1 : 0;
                before = reading.value();
            }
        }

        assertThat(rollovers).isEqualTo(1);
    }

    @Test
    void everyMeterIsSentByExactlyOneOfTheDevices() {
        Province province = Province.of(42, START);

        for (SimulatedEnterprise enterprise : province.enterprises()) {
            List<DeviceReading> day = new ArrayList<>();
            enterprise.devices().forEach(device -> day.addAll(take(province.feed(enterprise, device), 97)));

            for (SimulatedMeter meter : enterprise.meters()) {
                long expected = 96 / meter.slots() + (meter.kind() == ReadingKind.REGISTER ? 1 : 0);
                assertThat(day.stream().filter(reading -> reading.meter().equals(meter.id())))
                        .as("%s %s", enterprise.code(), meter.id())
                        .hasSize((int) expected);
            }
        }
    }

    private static DeviceFeed feed(long seed, int enterprise) {
        Province province = Province.of(seed, START);
        return province.feed(province.enterprises().get(enterprise), "gw-1");
    }

    private static List<DeviceReading> take(DeviceFeed feed, int slots) {
        List<DeviceReading> readings = new ArrayList<>();
        for (int slot = 0; slot < slots; slot++) {
            readings.addAll(feed.take());
        }
        return readings;
    }
}
