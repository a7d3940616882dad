package io.kilowatch.simulators.works;

import io.kilowatch.simulators.province.Noise;
import io.kilowatch.simulators.province.Process;
import io.kilowatch.simulators.province.Slot;

/**
 * A works that runs at one load all year, but for its turnaround: run down in a day, opened, run up in three days, while
 * it takes fuel and electricity without making as much.
 *
 * <p>Meters: incomer, electricity of the units, fuel, product or throughput.
 *
 * @param tonnesPerHour at full load
 * @param fuelPerTonne kg
 * @param kilowattHoursPerTonne electricity of the units
 * @param turnaroundDay the day of the year on which it is run down
 * @param turnaroundDays how long it stands; 0 for never
 */
record ContinuousProcess(
        Noise noise,
        double tonnesPerHour,
        double fuelPerTonne,
        double kilowattHoursPerTonne,
        int turnaroundDay,
        int turnaroundDays)
        implements Process {
    private static final double RUN_UP_DAYS = 3;
    private static final double STANDING_POWER = 0.12;
    private static final double RUN_UP_FUEL = 0.25;
    private static final double AUXILIARY = 0.12;

    @Override
    public long[] flows(Slot slot) {
        double load = load(slot);
        double made = tonnesPerHour * load * (1 + 0.004 * noise.stream("load").smooth(slot.day() * 3));
        double warming = load > 0 && load < 1 ? RUN_UP_FUEL * (1 - load) : 0;
        double season = 1 + 0.006 * slot.winter() + 0.004 * noise.stream("fuel").smooth(slot.day() / 6);
        double power =
                tonnesPerHour * kilowattHoursPerTonne * (STANDING_POWER + (1 - STANDING_POWER) * Math.min(1, load));
        long units =
                Process.wattHours(power * (1 + 0.006 * noise.stream("power").bell(slot.number())));
        return new long[] {
            units + Process.wattHours(tonnesPerHour * kilowattHoursPerTonne * AUXILIARY * (1 + 0.1 * slot.daily(14))),
            units,
            Process.grams((made + tonnesPerHour * warming) / 4 * fuelPerTonne * season),
            Process.grams(made * 250)
        };
    }

    @Override
    public double[] ratings() {
        double power = tonnesPerHour * kilowattHoursPerTonne;
        return new double[] {
            power * (1 + AUXILIARY), power, tonnesPerHour * fuelPerTonne * (1 + RUN_UP_FUEL), tonnesPerHour * 1000
        };
    }

    private double load(Slot slot) {
        if (turnaroundDays == 0) {
            return 1;
        }
        double day = slot.date().getDayOfYear() - turnaroundDay + slot.hour() / 24;
        if (day < 0 || day >= turnaroundDays + RUN_UP_DAYS) {
            return 1;
        }
        if (day < 1) {
            return 1 - day;
        }
        return day < turnaroundDays ? 0 : (day - turnaroundDays) / RUN_UP_DAYS;
    }
}
