package io.kilowatch.simulators.works;

import io.kilowatch.simulators.province.Noise;
import io.kilowatch.simulators.province.Process;
import io.kilowatch.simulators.province.Slot;

/**
 * Oxygen converters in turn: charge, blow, tap, a quarter of an hour each. The blow gives the gas, the tap the steel. Each
 * is relined for a day once in its campaign.
 *
 * <p>Meters: electricity, natural gas to the ladles, converter gas recovered, crude steel.
 *
 * @param converters how many, 1 to 3
 * @param tonnesPerHeat steel of one heat
 * @param kilowattHoursPerTonne electricity per t of steel
 * @param gasPerTonne m³ of gas recovered per t of steel
 * @param heatingGasPerTonne m³ of natural gas per t of steel
 */
record ConverterProcess(
        Noise noise,
        int converters,
        double tonnesPerHeat,
        double kilowattHoursPerTonne,
        double gasPerTonne,
        double heatingGasPerTonne)
        implements Process {
    private static final int PHASES = 3;
    private static final int BLOW = 1;
    private static final int TAP = 2;
    private static final int CAMPAIGN_DAYS = 24;
    private static final double IDLE = 0.25;

    @Override
    public long[] flows(Slot slot) {
        double steel = 0;
        double gas = 0;
        for (int converter = 0; converter < converters; converter++) {
            long phase = Math.floorMod(slot.number() + converter, (long) PHASES);
            long heat = Math.floorDiv(slot.number() + converter, (long) PHASES);
            double size = tonnesPerHeat
                    * (1 + 0.015 * noise.stream("heat" + converter).bell(heat));
            if (relined(converter, slot)) {
                continue;
            }
            if (phase == BLOW) {
                double skill = 0.03 * noise.stream("recovery" + converter).bell(heat);
                gas += size * gasPerTonne * (1 + skill);
            } else if (phase == TAP) {
                steel += size;
            }
        }
        double mean = converters * tonnesPerHeat / PHASES;
        double power = 4 * kilowattHoursPerTonne * mean * (IDLE + (1 - IDLE) * (gas > 0 ? 1 : 0.6));
        return new long[] {
            Process.wattHours(power * (1 + 0.01 * noise.stream("fans").bell(slot.number()))),
            Math.round(mean * heatingGasPerTonne * (1 + 0.1 * slot.winter()) * 1000),
            Math.round(gas * 1000),
            Process.grams(steel * 1000)
        };
    }

    @Override
    public double[] ratings() {
        double perHour = 4 * converters * tonnesPerHeat / PHASES;
        return new double[] {
            perHour * kilowattHoursPerTonne,
            perHour * heatingGasPerTonne,
            4 * converters * tonnesPerHeat * gasPerTonne,
            4 * converters * tonnesPerHeat * 1000
        };
    }

    private boolean relined(int converter, Slot slot) {
        long day = slot.date().toEpochDay();
        return Math.floorMod(day, (long) CAMPAIGN_DAYS) == (long) converter * CAMPAIGN_DAYS / converters;
    }
}
