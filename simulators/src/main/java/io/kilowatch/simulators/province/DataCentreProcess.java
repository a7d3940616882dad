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

    @Override
    public long[] flows(Slot slot) {
        double it = new Servers(noise, itKilowatts, growth).power(slot, slot.weekend() ? -0.03 : 0.01);
        double cooling = it * new Cooling(noise, weather, FREE_BELOW, FULL_ABOVE, freeCooling, fullCooling).share(slot);
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
}
