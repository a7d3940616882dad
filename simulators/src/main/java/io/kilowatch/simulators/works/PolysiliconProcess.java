package io.kilowatch.simulators.works;

import io.kilowatch.simulators.province.Noise;
import io.kilowatch.simulators.province.Process;
import io.kilowatch.simulators.province.Slot;

/**
 * Reactors that grow silicon rods in batches of four days, staggered: a reactor's power grows with its rods, and the
 * harvest is weighed when it is opened.
 *
 * <p>Meters: incomer, reactors, auxiliary power, polysilicon.
 *
 * @param reactors how many
 * @param tonnesPerBatch silicon of one batch
 * @param kilowattHoursPerKilogram electricity of the reactors per kg
 * @param auxiliary power outside the reactors, per reactor power
 */
record PolysiliconProcess(
        Noise noise, int reactors, double tonnesPerBatch, double kilowattHoursPerKilogram, double auxiliary)
        implements Process {
    private static final int BATCH = 384;
    private static final double FIRST = 0.4;

    @Override
    public long[] flows(Slot slot) {
        double power = 0;
        double harvest = 0;
        for (int reactor = 0; reactor < reactors; reactor++) {
            long shifted = slot.number() + (long) reactor * BATCH / reactors;
            double grown = Math.floorMod(shifted, (long) BATCH) / (double) BATCH;
            long batch = Math.floorDiv(shifted, (long) BATCH);
            power += mean() * (FIRST + 2 * (1 - FIRST) * grown);
            if (Math.floorMod(shifted, (long) BATCH) == 0) {
                harvest += tonnesPerBatch
                        * (1 + 0.01 * noise.stream("batch" + reactor).bell(batch));
            }
        }
        long rods = Process.wattHours(power * (1 + 0.004 * noise.stream("power").bell(slot.number())));
        long aux = Process.wattHours(mean() * reactors * auxiliary * (1 + 0.04 * slot.daily(15)));
        return new long[] {rods + aux, rods, aux, Process.grams(harvest * 1000)};
    }

    @Override
    public double[] ratings() {
        double rods = mean() * reactors;
        return new double[] {rods * (1 + auxiliary), rods, rods * auxiliary, tonnesPerBatch * 4000};
    }

    /** Mean power of a reactor in kW. */
    private double mean() {
        return tonnesPerBatch * 1000 * kilowattHoursPerKilogram * 4 / BATCH;
    }
}
