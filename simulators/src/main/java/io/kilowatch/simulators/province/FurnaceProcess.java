package io.kilowatch.simulators.province;

import java.util.Arrays;

/**
 * A works with submerged-arc furnaces: steady load, taps every two hours in turn, now and then a furnace at rest.
 *
 * <p>Meters: incomer, one per furnace, auxiliary power, carbon reductant, product; with {@code exports}, also the
 * electricity from off-gas that is sold; with {@code steam}, also the steam bought.
 *
 * @param furnaces how many, 2 to 8
 * @param furnaceKilowatts mean power of one
 * @param kilowattHoursPerTonne furnace electricity per t of product
 * @param auxiliary power outside the furnaces per furnace power
 * @param reductantPerTonne coke, kg per t of product
 * @param exports electricity sold per furnace power; 0 for none
 * @param steam kg per hour bought for heating, in the mean of a year; 0 for none
 */
public record FurnaceProcess(
        Noise noise,
        int furnaces,
        double furnaceKilowatts,
        double kilowattHoursPerTonne,
        double auxiliary,
        double reductantPerTonne,
        double exports,
        double steam)
        implements Process {
    private static final int TAP_SLOTS = 8;
    private static final double LOSSES = 0.004;

    @Override
    public long[] flows(Slot slot) {
        long[] flows = new long[meters()];
        long smelting = 0;
        double product = 0;
        for (int furnace = 0; furnace < furnaces; furnace++) {
            long energy = Process.wattHours(power(furnace, slot));
            flows[1 + furnace] = energy;
            smelting += energy;
            product += tapped(furnace, slot);
        }
        long aux = Process.wattHours(furnaces * furnaceKilowatts * auxiliary * (1 + 0.05 * slot.daily(10)));
        double carbon = smelting / 1000.0 / kilowattHoursPerTonne * reductantPerTonne;
        flows[0] = smelting + aux + Math.round(smelting * LOSSES);
        flows[furnaces + 1] = aux;
        flows[furnaces + 2] =
                Process.grams(carbon * (1 + 0.01 * noise.stream("carbon").bell(slot.number())));
        flows[furnaces + 3] = Process.grams(product);
        if (exports > 0) {
            flows[furnaces + 4] = Math.round(smelting * exports);
        }
        if (steam > 0) {
            flows[meters() - 1] = Process.grams(steam / 4 * (1 + 0.8 * slot.winter()));
        }
        return flows;
    }

    @Override
    public double[] ratings() {
        double[] ratings = new double[meters()];
        double smelting = furnaces * furnaceKilowatts;
        double product = smelting / kilowattHoursPerTonne * 1000;
        ratings[0] = smelting * (1 + auxiliary + LOSSES);
        Arrays.fill(ratings, 1, furnaces + 1, furnaceKilowatts);
        ratings[furnaces + 1] = smelting * auxiliary;
        ratings[furnaces + 2] = product * reductantPerTonne / 1000;
        ratings[furnaces + 3] = product;
        if (exports > 0) {
            ratings[furnaces + 4] = smelting * exports;
        }
        if (steam > 0) {
            ratings[meters() - 1] = steam * 2;
        }
        return ratings;
    }

    private int meters() {
        return furnaces + 4 + (exports > 0 ? 1 : 0) + (steam > 0 ? 1 : 0);
    }

    /** Power of one furnace in kW: electrodes move, a tap takes a little off, a rest takes nearly all. */
    private double power(int furnace, Slot slot) {
        if (resting(furnace, slot)) {
            return furnaceKilowatts * 0.02;
        }
        double electrodes = 0.008 * noise.stream("electrodes" + furnace).bell(slot.number());
        double burden = 0.012 * noise.stream("burden" + furnace).smooth(slot.day() * 2);
        return furnaceKilowatts * (1 + electrodes + burden - (taps(furnace, slot) ? 0.04 : -0.04 / (TAP_SLOTS - 1)));
    }

    /** Product of one furnace in kg, weighed at the tap: what the energy since the tap before has smelted. */
    private double tapped(int furnace, Slot slot) {
        if (!taps(furnace, slot)) {
            return 0;
        }
        double energy = 0;
        for (int back = 1; back <= TAP_SLOTS; back++) {
            energy += power(furnace, Slot.of(slot.number() - back)) / 4;
        }
        double skill = 0.006 * noise.stream("tap" + furnace).bell(slot.number());
        double season = 0.003 * slot.winter();
        return energy / (kilowattHoursPerTonne * (1 + season + skill)) * 1000;
    }

    private boolean taps(int furnace, Slot slot) {
        return Math.floorMod(slot.number(), (long) TAP_SLOTS) == furnace * TAP_SLOTS / furnaces;
    }

    /** Four hours of upkeep, about once in three weeks for each furnace and never two at a time. */
    private boolean resting(int furnace, Slot slot) {
        long day = slot.date().toEpochDay();
        return Math.floorMod(day, (long) furnaces) == furnace
                && slot.hour() >= 10
                && slot.hour() < 14
                && noise.stream("rest").uniform(day) < furnaces / 21.0;
    }
}
