package io.kilowatch.simulators.province;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.simulators.device.DeviceReading;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a register shows when 1,000 kWh pass in every quarter hour. */
class RegisterChangeTest {
    private static final LocalDate START = LocalDate.parse("2026-06-01");
    private static final long FIRST = Slot.numberAt(START);

    @Test
    void anotherMeterBeginsWhereItBeginsAndTheDocumentIsTold() {
        SimulatedMeter meter = meter().changing(new RegisterChange.Replaced(FIRST + 3, 500, true));
        DeviceFeed feed = feed(meter, Tampering.NONE);

        assertThat(values(feed, 5)).containsExactly("10.0000", "11.0000", "12.0000", "500.0000", "501.0000");
        assertThat(feed.exchanges())
                .containsExactly(new Exchange(
                        "EL", Slot.startOf(FIRST + 3), new BigDecimal("13.0000"), new BigDecimal("500.0000")));
    }

    @Test
    void anExchangeThatIsNotRegisteredIsToldToNobody() {
        DeviceFeed feed = feed(meter().changing(new RegisterChange.Replaced(FIRST + 1, 0, false)), Tampering.NONE);

        assertThat(values(feed, 3)).containsExactly("10.0000", "0.0000", "1.0000");
        assertThat(feed.exchanges()).isEmpty();
    }

    @Test
    void withOtherTransformersTheSameFlowTurnsTheRegisterLess() {
        DeviceFeed feed = feed(meter().changing(new RegisterChange.Transformed(FIRST + 2, 2_000)), Tampering.NONE);

        assertThat(values(feed, 5)).containsExactly("10.0000", "11.0000", "12.0000", "12.5000", "13.0000");
    }

    @Test
    void aRegisterThatIsSetBackGoesOnFromThere() {
        DeviceFeed feed = feed(meter().changing(new RegisterChange.SetBack(FIRST + 2, 7)), Tampering.NONE);

        assertThat(values(feed, 4)).containsExactly("10.0000", "11.0000", "5.0000", "6.0000");
    }

    @Test
    void aClockThatIsTwoHoursFastLabelsWhatItReadsTwoHoursLater() {
        DeviceFeed feed = feed(meter(), new Tampering() {
            @Override
            public long ahead(long slot) {
                return slot >= FIRST + 2 && slot < FIRST + 4 ? 7_200 : 0;
            }
        });

        List<DeviceReading> read = readings(feed, 7);

        assertThat(read)
                .extracting(one -> (one.at().getEpochSecond() - FIRST * 900) / 900 + "="
                        + one.value().intValue())
                .containsExactly("0=10", "1=11", "2=12", "11=13", "12=14", "5=15", "6=16");
    }

    @Test
    void aReadingOffTheQuarterHourIsOfTheMomentThatItIsStampedWith() {
        DeviceFeed feed = feed(meter(), new Tampering() {
            @Override
            public int late(long quarter) {
                return quarter == FIRST + 1 ? 90 : quarter == FIRST + 2 ? -90 : 0;
            }
        });

        List<DeviceReading> read = readings(feed, 4);

        assertThat(read)
                .extracting(one -> one.at().getEpochSecond() - FIRST * 900)
                .containsExactly(0L, 990L, 1_710L, 2_700L);
        assertThat(read)
                .extracting(one -> one.value().toString())
                .containsExactly("10.0000", "11.1000", "11.9000", "13.0000");
    }

    private static SimulatedMeter meter() {
        return SimulatedMeter.electricity("EL", "电", "power", 1_000).startingAt(10);
    }

    private static DeviceFeed feed(SimulatedMeter meter, Tampering tampering) {
        Process process = new Process() {
            @Override
            public long[] flows(Slot slot) {
                return new long[] {1_000_000};
            }

            @Override
            public double[] ratings() {
                return new double[] {4_000};
            }
        };
        SimulatedEnterprise enterprise = new SimulatedEnterprise(
                Profile.of(1, new Name("甲", "A"), "640100", "C3216", "existing", "38", "106", "1100"),
                List.of(meter),
                List.of(),
                Optional.empty(),
                Declarations.of(new Noise(1), 1, 1, 1),
                process);
        return new DeviceFeed(enterprise, "gw-1", FIRST, tampering);
    }

    private static List<String> values(DeviceFeed feed, int count) {
        return readings(feed, count).stream().map(one -> one.value().toString()).toList();
    }

    private static List<DeviceReading> readings(DeviceFeed feed, int count) {
        List<DeviceReading> readings = new ArrayList<>();
        Instant last = Slot.startOf(FIRST + 100);
        while (readings.size() < count && feed.due().isBefore(last)) {
            readings.addAll(feed.take());
        }
        return readings.subList(0, count);
    }
}
