package io.kilowatch.simulators.province;

import java.math.BigDecimal;

/** What a meter's register shows, as its totals grow and things happen to it. */
final class RegisterDial {
    private final SimulatedMeter meter;
    private long multiplier;
    private long shown;
    private long since;
    private int changes;

    /** A dial as it stands at the start. */
    RegisterDial(SimulatedMeter meter) {
        this.meter = meter;
        this.multiplier = meter.multiplier();
        this.shown = meter.first();
    }

    /** What it shows when so many Wh, g or l have been counted since the start. */
    BigDecimal at(long total) {
        return number(ticks(total));
    }

    /**
     * Undergoes what happens up to a slot's start.
     *
     * @param exchanged told of each replacement that the document names
     */
    void reach(long slot, long total, java.util.function.Consumer<Exchange> exchanged) {
        while (changes < meter.changes().size() && meter.changes().get(changes).slot() <= slot) {
            RegisterChange change = meter.changes().get(changes++);
            long before = ticks(total);
            since = total;
            shown = before;
            if (change instanceof RegisterChange.Replaced replaced) {
                shown = meter.ticks(replaced.initial());
                if (replaced.registered()) {
                    exchanged.accept(
                            new Exchange(meter.id(), Slot.startOf(change.slot()), number(before), number(shown)));
                }
            } else if (change instanceof RegisterChange.Transformed transformed) {
                multiplier = transformed.multiplier();
            } else if (change instanceof RegisterChange.SetBack back) {
                shown = Math.floorMod(before - meter.ticks(back.units()), meter.dial());
            }
        }
    }

    private long ticks(long total) {
        return Math.floorMod(shown + (total - since) / meter.tick(multiplier), meter.dial());
    }

    private BigDecimal number(long ticks) {
        return BigDecimal.valueOf(ticks, meter.decimals());
    }
}
