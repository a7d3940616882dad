package io.kilowatch.simulators.works;

import io.kilowatch.simulators.province.Noise;
import io.kilowatch.simulators.province.Process;
import io.kilowatch.simulators.province.Slot;

/**
 * A coke-oven plant: ovens pushed one after another in three shifts, none while the shift changes.
 *
 * <p>Meters: incomer, ovens' electricity, coal charged, coke as energy, gas sent out, tar, coke made.
 *
 * @param tonnesPerHour coke in the mean
 * @param coalPerTonne kg of coal per t of coke
 * @param gasPerTonne m³ of gas sent out per t of coke
 * @param tarPerTonne kg of tar per t of coke
 * @param kilowattHoursPerTonne electricity of the ovens per t of coke
 */
record CokeProcess(
        Noise noise,
        double tonnesPerHour,
        double coalPerTonne,
        double gasPerTonne,
        double tarPerTonne,
        double kilowattHoursPerTonne)
        implements Process {
    private static final double SHIFT_HOURS = 8;
    private static final double PAUSE_HOURS = 0.5;
    private static final double AUXILIARY = 0.25;

    @Override
    public long[] flows(Slot slot) {
        double pushed = pushing(slot) * tonnesPerHour / 4;
        double moisture = 0.004 * noise.stream("moisture").smooth(slot.day() / 4);
        double coal = pushed
                * coalPerTonne
                * (1 + moisture + 0.002 * noise.stream("charge").bell(slot.number()));
        double gas = tonnesPerHour
                / 4
                * gasPerTonne
                * (1 + 0.02 * noise.stream("gas").smooth(slot.day() * 6));
        double fans = tonnesPerHour * kilowattHoursPerTonne * (0.7 + 0.3 * pushing(slot));
        long ovens = Process.wattHours(fans);
        long coke = Process.grams(pushed * 1000);
        return new long[] {
            ovens + Process.wattHours(tonnesPerHour * kilowattHoursPerTonne * AUXILIARY),
            ovens,
            Process.grams(coal),
            coke,
            Math.round(gas * 1000),
            Process.grams(tonnesPerHour / 4 * tarPerTonne),
            coke
        };
    }

    @Override
    public double[] ratings() {
        double power = tonnesPerHour * kilowattHoursPerTonne;
        double coke = tonnesPerHour * 1000;
        return new double[] {
            power * (1 + AUXILIARY),
            power,
            coke * coalPerTonne / 1000,
            coke,
            tonnesPerHour * gasPerTonne,
            tonnesPerHour * tarPerTonne,
            coke
        };
    }

    /** Ovens pushed against the mean: none in the half hour in which the shift changes. */
    private double pushing(Slot slot) {
        boolean pause = slot.hour() % SHIFT_HOURS < PAUSE_HOURS;
        double pace = SHIFT_HOURS / (SHIFT_HOURS - PAUSE_HOURS);
        return pause ? 0 : pace * (1 + 0.05 * noise.stream("push").bell(slot.number()));
    }
}
