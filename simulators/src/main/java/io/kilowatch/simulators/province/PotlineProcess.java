package io.kilowatch.simulators.province;

/**
 * An aluminium smelter: a potline's flat load with anode effects and a rare reduction of current, casting by day.
 *
 * <p>Meters: incomer 1, incomer 2, rectifiers 1, rectifiers 2, auxiliary and casting power, molten aluminium, ingots.
 *
 * @param tonnesPerHour molten aluminium at full current
 * @param kilowattHoursPerTonne AC electricity of molten aluminium
 * @param auxiliary power outside the rectifiers, per rectifier power
 */
public record PotlineProcess(Noise noise, double tonnesPerHour, double kilowattHoursPerTonne, double auxiliary)
        implements Process {
    private static final double INGOT_YIELD = 0.9985;
    private static final double LOSSES = 0.002;

    @Override
    public long[] flows(Slot slot) {
        double load = load(slot);
        double anodeEffects = 0.0008 * noise.stream("anode").uniform(slot.number());
        double season = 0.0012 * slot.winter() + 0.0012 * noise.stream("bath").smooth(slot.day() / 9);
        double power = tonnesPerHour * kilowattHoursPerTonne * load * (1 + season + anodeEffects);
        long first = Process.wattHours(power * 0.5);
        long second = Process.wattHours(
                power * 0.5 * (1 + 0.002 * noise.stream("line2").bell(slot.number())));
        long aux = Process.wattHours(tonnesPerHour * kilowattHoursPerTonne * auxiliary * (1 + 0.06 * slot.daily(11)));
        long incoming = first + second + aux + Math.round((first + second) * LOSSES);
        long half = incoming / 2;
        double tapped =
                tonnesPerHour * 250 * load * (1 + 0.0015 * noise.stream("tap").bell(slot.number()));
        long liquid = Process.grams(tapped);
        return new long[] {half, incoming - half, first, second, aux, liquid, Math.round(liquid * INGOT_YIELD)};
    }

    @Override
    public double[] ratings() {
        double pots = tonnesPerHour * kilowattHoursPerTonne;
        double aux = pots * auxiliary;
        double all = pots * (1 + LOSSES) + aux;
        double metal = tonnesPerHour * 1000;
        return new double[] {all, all, pots, pots, aux, metal, metal};
    }

    /** 1, but for two or three hours of reduced current about every three weeks. */
    private double load(Slot slot) {
        long week = Math.floorDiv(slot.date().toEpochDay(), 7L);
        Noise plan = noise.stream("reduction");
        boolean reduced = plan.uniform(week) < 0.33
                && slot.date().getDayOfWeek().getValue() == 2 + (int) (3 * plan.uniform(week + 1_000_000))
                && slot.hour() >= 14
                && slot.hour() < 16.5;
        double drift = 0.003 * noise.stream("current").smooth(slot.day() * 2);
        return (reduced ? 0.6 : 1) + drift;
    }
}
