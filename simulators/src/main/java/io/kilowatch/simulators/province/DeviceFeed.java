package io.kilowatch.simulators.province;

import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.device.ReadingKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one device reads, quarter hour by quarter hour.
 *
 * <p>Totals are added up in whole Wh, g and l from the start, so a feed that was skipped to a place goes on exactly as one
 * that was read to it. Not safe for use by several threads.
 */
public final class DeviceFeed {
    private static final long SECONDS = Slot.LENGTH.toSeconds();

    private final SimulatedEnterprise enterprise;
    private final Tampering tampering;
    private final List<MeterCount> meters = new ArrayList<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private final long first;
    private long quarter;
    private long clock;
    private long next;

    DeviceFeed(SimulatedEnterprise enterprise, String device, long first) {
        this(enterprise, device, first, Tampering.NONE);
    }

    /**
     * A feed that has not begun.
     *
     * @param first the number of the slot whose start is the first to be read
     */
    public DeviceFeed(SimulatedEnterprise enterprise, String device, long first, Tampering tampering) {
        this.enterprise = enterprise;
        this.tampering = tampering;
        this.first = first;
        this.next = first;
        this.quarter = first - 1;
        this.clock = first * SECONDS;
        for (int place = 0; place < enterprise.meters().size(); place++) {
            SimulatedMeter meter = enterprise.meters().get(place);
            if (meter.device().equals(device)) {
                meters.add(new MeterCount(meter, place));
            }
        }
    }

    /** When the next readings are due. */
    public Instant due() {
        return Slot.startOf(next);
    }

    /** The readings that are due at {@link #due()}, of which there may be none; then goes on by a quarter hour. */
    public List<DeviceReading> take() {
        List<DeviceReading> readings = new ArrayList<>();
        advance(readings);
        return readings;
    }

    /** Goes past everything due up to and including an instant. */
    public void skipPast(Instant instant) {
        while (!due().isAfter(instant)) {
            advance(null);
        }
    }

    /** The registered replacements that were met so far. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** What has really passed each of the device's meters so far. */
    public List<Passed> passed() {
        return meters.stream()
                .map(meter -> new Passed(meter.meter(), meter.passed()))
                .toList();
    }

    /**
     * What has really passed a meter since the start.
     *
     * @param total in Wh, g or l
     */
    public record Passed(SimulatedMeter meter, long total) {}

    private void advance(@Nullable List<DeviceReading> readings) {
        if (next == first) {
            reach();
            read(clock, 0, readings);
        } else {
            flow(next - 1, readings);
        }
        next++;
    }

    /** Lets a slot pass: what is stamped within it is read on the way, what is stamped with its end at its end. */
    private void flow(long slot, @Nullable List<DeviceReading> readings) {
        long begin = slot * SECONDS + tampering.ahead(slot);
        if (Math.abs(begin - clock) >= SECONDS / 2) {
            quarter = Math.floorDiv(begin, SECONDS);
        }
        long[] flows = enterprise.process().flows(Slot.of(slot));
        for (MeterCount meter : meters) {
            int place = meter.place();
            meter.flow(
                    flows[place],
                    tampering.counted(
                            meter.meter(),
                            slot,
                            flows[place],
                            other -> enterprise.process().flows(Slot.of(other))[place]));
        }
        clock = begin + SECONDS;
        read(clock - 1, begin, readings);
        meters.forEach(MeterCount::settle);
        reach();
        read(clock, begin, readings);
    }

    private void reach() {
        meters.forEach(meter -> meter.reach(next, exchanges::add));
    }

    /** Reads every quarter hour that is due by the device's clock up to a second of it. */
    private void read(long until, long begin, @Nullable List<DeviceReading> readings) {
        while (stamp(quarter + 1) <= until) {
            quarter++;
            long part = Math.max(0, stamp(quarter) - begin);
            for (MeterCount meter : meters) {
                if ((quarter - first) % meter.meter().slots() == 0) {
                    DeviceReading reading = reading(meter, part);
                    if (readings != null && reading != null) {
                        tampering.told(reading).ifPresent(readings::add);
                    }
                }
            }
        }
    }

    private long stamp(long number) {
        return number * SECONDS + tampering.late(number);
    }

    private @Nullable DeviceReading reading(MeterCount meter, long part) {
        String id = meter.meter().id();
        if (meter.meter().kind() == ReadingKind.REGISTER) {
            Instant at = Instant.ofEpochSecond(stamp(quarter));
            return DeviceReading.measured(id, at, ReadingKind.REGISTER, meter.register(part));
        }
        Instant at = Slot.startOf(quarter - meter.meter().slots());
        var amount = meter.amountSinceLast(part);
        return quarter > first ? DeviceReading.measured(id, at, ReadingKind.AMOUNT, amount) : null;
    }
}
