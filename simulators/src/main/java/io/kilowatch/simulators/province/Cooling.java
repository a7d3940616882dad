package io.kilowatch.simulators.province;

/**
 * The cooling of a data centre by the air outside.
 *
 * @param freeBelow the temperature up to which all cooling is free, in °C
 * @param fullAbove the temperature from which all compressors run
 * @param free cooling power per IT power in free cooling
 * @param full cooling power per IT power with all compressors
 */
public record Cooling(Noise noise, Weather weather, double freeBelow, double fullAbove, double free, double full) {

    /** The cooling power per IT power in a slot. */
    public double share(Slot slot) {
        double warm = (weather.temperature(slot) - freeBelow) / (fullAbove - freeBelow);
        double load = Math.min(1, Math.max(0, warm));
        double eased = load * load * (3 - 2 * load);
        double jitter = 1 + 0.02 * noise.stream("cooling").bell(slot.number());
        return (free + (full - free) * eased) * jitter;
    }
}
