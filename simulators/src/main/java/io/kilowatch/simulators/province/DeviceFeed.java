package io.kilowatch.simulators.province;

import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.device.ReadingKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one device has to send, quarter hour by quarter hour.
 *
 * <p>Totals are added up in whole Wh and g from the start, so a feed that was skipped to a place goes on exactly as one
 * that was read to it. Not safe for use by several threads.
 */
public final class DeviceFeed {
    private final SimulatedEnterprise enterprise;
    private final String device;
    private final long first;
    private final long[] totals;
    private final long[] reported;
    private long next;

    DeviceFeed(SimulatedEnterprise enterprise, String device, long first) {
        this.enterprise = enterprise;
        this.device = device;
        this.first = first;
        this.next = first;
        this.totals = new long[enterprise.meters().size()];
        this.reported = new long[totals.length];
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

    private void advance(@Nullable List<DeviceReading> readings) {
        if (next > first) {
            long[] flows = enterprise.process().flows(Slot.of(next - 1));
            for (int place = 0; place < totals.length; place++) {
                totals[place] += flows[place];
            }
        }
        for (int place = 0; place < totals.length; place++) {
            SimulatedMeter meter = enterprise.meters().get(place);
            if ((next - first) % meter.slots() == 0) {
                if (readings != null && meter.device().equals(device)) {
                    report(meter, place, readings);
                }
                reported[place] = totals[place];
            }
        }
        next++;
    }

    private void report(SimulatedMeter meter, int place, List<DeviceReading> readings) {
        if (meter.kind() == ReadingKind.REGISTER) {
            readings.add(
                    DeviceReading.measured(meter.id(), due(), ReadingKind.REGISTER, meter.register(totals[place])));
        } else if (next > first) {
            readings.add(DeviceReading.measured(
                    meter.id(),
                    Slot.startOf(next - meter.slots()),
                    ReadingKind.AMOUNT,
                    meter.amount(reported[place], totals[place])));
        }
    }
}
