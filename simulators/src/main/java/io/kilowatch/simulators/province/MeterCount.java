package io.kilowatch.simulators.province;

import java.math.BigDecimal;
import java.util.function.Consumer;

/** One meter as it counts: what really passed, what it counted of that, what it shows. */
final class MeterCount {
    private static final long SECONDS = Slot.LENGTH.toSeconds();

    private final SimulatedMeter meter;
    private final int place;
    private final RegisterDial dial;
    private long passed;
    private long counted;
    private long flowing;
    private long reported;

    MeterCount(SimulatedMeter meter, int place) {
        this.meter = meter;
        this.place = place;
        this.dial = new RegisterDial(meter);
    }

    SimulatedMeter meter() {
        return meter;
    }

    /** Its place among the enterprise's meters. */
    int place() {
        return place;
    }

    /** What really passed in the slots that are over. */
    long passed() {
        return passed;
    }

    /** Begins a slot in which so much passes and so much is counted. */
    void flow(long real, long seen) {
        passed += real;
        flowing = seen;
    }

    /** Ends the slot. */
    void settle() {
        counted += flowing;
        flowing = 0;
    }

    void reach(long slot, Consumer<Exchange> exchanged) {
        dial.reach(slot, counted, exchanged);
    }

    /** What it shows so many seconds after the slot's start. */
    BigDecimal register(long part) {
        return dial.at(total(part));
    }

    /** What it counted since it was last asked. */
    BigDecimal amountSinceLast(long part) {
        long total = total(part);
        BigDecimal amount = meter.amount(reported, total);
        reported = total;
        return amount;
    }

    private long total(long part) {
        return counted + flowing * Math.min(part, SECONDS) / SECONDS;
    }
}
