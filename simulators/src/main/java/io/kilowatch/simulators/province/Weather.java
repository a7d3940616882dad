package io.kilowatch.simulators.province;

/**
 * The air outside: the Yinchuan plain's year (−7 °C in January, 24 °C in July) and day (warmest at 15:00), with spells
 * of some days that are warmer or colder.
 */
record Weather(Noise noise) {

    /** Dry-bulb temperature in °C. */
    double temperature(Slot slot) {
        double spell = noise.smooth(slot.day() / 3);
        return 8.7 - 15.6 * slot.winter() + 6.0 * slot.daily(15) + 4.0 * spell;
    }
}
