package io.kilowatch.simulators.province;

/**
 * A data centre: servers by hour and weekday, cooling by the air outside.
 *
 * <p>Meters: incomer A, incomer B, IT A, IT B, cooling, building services.
 *
 * @param itKilowatts mean power of the servers at the start of 2026
 * @param growth of the servers' power per year, a fraction
 * @param losses of transformers and UPS per IT power
 * @param services power of lighting and offices, per mean IT power
 * @param freeCooling cooling power per IT power when the air outside is cold
 * @param fullCooling cooling power per IT power when it is hot
 */
record DataCentreProcess(
        Noise noise,
        Weather weather,
        double itKilowatts,
        double growth,
        double losses,
        double services,
        double freeCooling,
        double fullCooling)
        implements Process {
    private static final double FREE_BELOW = 6;
    private static final double FULL_ABOVE = 30;
    private static final double YEAR_2026 = 20_454;

    @Override
    public long[] flows(Slot slot) {
        double it = itPower(slot);
        double cooling = it * coolingShare(slot);
        double building = itKilowatts * services * (slot.weekend() ? 0.85 : 1 + 0.15 * slot.daily(14));
        double share = 0.52 + 0.01 * noise.stream("share").smooth(slot.day() * 4);
        long itA = Process.wattHours(it * share);
        long itB = Process.wattHours(it * (1 - share));
        long cool = Process.wattHours(cooling);
        long rest = Process.wattHours(building);
        long all = itA + itB + cool + rest + Process.wattHours(it * losses);
        long incomerA = Math.round(all * share);
        return new long[] {incomerA, all - incomerA, itA, itB, cool, rest};
    }

    @Override
    public double[] ratings() {
        double cooling = itKilowatts * fullCooling;
        double building = itKilowatts * services;
        double all = itKilowatts * (1 + losses) + cooling + building;
        return new double[] {all, all, itKilowatts, itKilowatts, cooling, building};
    }

    private double itPower(Slot slot) {
        double week = slot.weekend() ? -0.03 : 0.01;
        double jitter = 0.006 * noise.stream("it").bell(slot.number());
        double jobs = 0.02 * noise.stream("jobs").smooth(slot.day() * 3);
        double shape = 1 + 0.06 * slot.daily(20.5) + 0.025 * slot.daily(11) + week + jobs + jitter;
        return itKilowatts * shape * (1 + growth * (slot.day() - YEAR_2026) / 365.25);
    }

    private double coolingShare(Slot slot) {
        double warm = (weather.temperature(slot) - FREE_BELOW) / (FULL_ABOVE - FREE_BELOW);
        double load = Math.min(1, Math.max(0, warm));
        double eased = load * load * (3 - 2 * load);
        double jitter = 1 + 0.02 * noise.stream("cooling").bell(slot.number());
        return (freeCooling + (fullCooling - freeCooling) * eased) * jitter;
    }
}
