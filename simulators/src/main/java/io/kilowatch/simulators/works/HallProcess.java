package io.kilowatch.simulators.works;

import io.kilowatch.simulators.province.Cooling;
import io.kilowatch.simulators.province.Noise;
import io.kilowatch.simulators.province.Process;
import io.kilowatch.simulators.province.Servers;
import io.kilowatch.simulators.province.Slot;
import io.kilowatch.simulators.province.Weather;

/**
 * A data centre: servers by hour, weekday and holiday, filling up over the years; UPS that lose a part of what passes and
 * a part of what they are rated for; cooling by the air outside, free below one temperature, by compressors above another.
 *
 * <p>Meters: incomer A, incomer B, IT A, IT B, cooling, building services.
 *
 * @param itKilowatts mean power of the servers at the start of 2026
 * @param rated power that the UPS are rated for
 * @param growth of the servers' power per year, a fraction
 * @param upsLoss what the UPS lose of what passes; a fifth of it again of what they are rated for
 * @param services power of lighting and offices, per rated power
 * @param freeCooling cooling power per IT power in free cooling
 * @param fullCooling cooling power per IT power with all compressors
 */
record HallProcess(
        Noise noise,
        Weather weather,
        double itKilowatts,
        double rated,
        double growth,
        double upsLoss,
        double services,
        double freeCooling,
        double fullCooling)
        implements Process {
    private static final double FREE_BELOW = 8;
    private static final double FULL_ABOVE = 28;
    private static final double STANDING = 0.2;

    @Override
    public long[] flows(Slot slot) {
        double it = itPower(slot);
        double share = 0.51 + 0.01 * noise.stream("share").smooth(slot.day() * 4);
        double rest = slot.weekend() || Holidays.has(slot.date()) ? 0.8 : 1 + 0.15 * slot.daily(14);
        long itA = Process.wattHours(it * share);
        long itB = Process.wattHours(it * (1 - share));
        Cooling cooling = new Cooling(noise, weather, FREE_BELOW, FULL_ABOVE, freeCooling, fullCooling);
        long cool = Process.wattHours(it * cooling.share(slot));
        long building = Process.wattHours(rated * services * rest);
        long all = itA + itB + cool + building + Process.wattHours(upsLoss * (it + STANDING * rated));
        long incomerA = Math.round(all * share);
        return new long[] {incomerA, all - incomerA, itA, itB, cool, building};
    }

    @Override
    public double[] ratings() {
        double cooling = rated * fullCooling;
        double building = rated * services;
        double all = rated * (1 + 2 * upsLoss) + cooling + building;
        return new double[] {all, all, rated, rated, cooling, building};
    }

    private double itPower(Slot slot) {
        double week = slot.weekend() || Holidays.has(slot.date()) ? -0.03 : 0.01;
        return Math.min(rated, new Servers(noise, itKilowatts, growth).power(slot, week));
    }
}
