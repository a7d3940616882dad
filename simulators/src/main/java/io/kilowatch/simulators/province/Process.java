package io.kilowatch.simulators.province;

/** What an enterprise does: how much passes each of its meters in a slot. A pure function of the slot. */
public interface Process {
    /** Wh or g through each meter during the slot, in the order of the enterprise's meters; never negative. */
    long[] flows(Slot slot);

    /**
     * What the works is rated to pass through each meter in an hour: kW, or kg per hour, in the order of the
     * enterprise's meters. Noise and growth may go a little beyond; of two feeds each is rated to carry the whole.
     */
    double[] ratings();

    /** A power in kW, held for one slot, in Wh. */
    static long wattHours(double kilowatts) {
        return Math.max(0, Math.round(kilowatts * 250));
    }

    /** A mass in kg, in g. */
    static long grams(double kilograms) {
        return Math.max(0, Math.round(kilograms * 1000));
    }
}
