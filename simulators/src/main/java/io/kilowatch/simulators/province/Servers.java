package io.kilowatch.simulators.province;

/**
 * The servers of a data centre, by hour and jobs, more of them every year.
 *
 * @param kilowatts their mean power at the start of 2026
 * @param growth of it per year, a fraction
 */
public record Servers(Noise noise, double kilowatts, double growth) {
    private static final double YEAR_2026 = 20_454;

    /**
     * Their power in a slot.
     *
     * @param week what the day of the week adds, a fraction
     */
    public double power(Slot slot, double week) {
        double jitter = 0.006 * noise.stream("it").bell(slot.number());
        double jobs = 0.02 * noise.stream("jobs").smooth(slot.day() * 3);
        double shape = 1 + 0.06 * slot.daily(20.5) + 0.025 * slot.daily(11) + week + jobs + jitter;
        return kilowatts * shape * (1 + growth * (slot.day() - YEAR_2026) / 365.25);
    }
}
