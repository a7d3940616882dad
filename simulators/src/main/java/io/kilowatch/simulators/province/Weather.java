package io.kilowatch.simulators.province;

/**
 * The air outside a place: its year (coldest on 17 January), its day (warmest at 15:00), and spells of some days that are
 * warmer or colder. The figures of places are made up, like those who live there.
 *
 * @param mean of the year, °C
 * @param year how far the depth of winter and the height of summer are from it
 * @param day how far the night and the afternoon are from the day's mean
 */
public record Weather(Noise noise, double mean, double year, double day) {
    private static final double SPELL = 4.0;

    /** The Yinchuan plain: −7 °C in January, 24 °C in July. */
    public static Weather yinchuan(Noise noise) {
        return new Weather(noise, 8.7, 15.6, 6.0);
    }

    /** Zhongwei, at the edge of the desert: a little cooler, and wider between day and night. */
    public static Weather zhongwei(Noise noise) {
        return new Weather(noise, 8.2, 14.9, 7.0);
    }

    /** Dry-bulb temperature in °C. */
    public double temperature(Slot slot) {
        double spell = noise.smooth(slot.day() / 3);
        return mean - year * slot.winter() + day * slot.daily(15) + SPELL * spell;
    }
}
