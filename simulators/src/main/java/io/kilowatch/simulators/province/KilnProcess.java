package io.kilowatch.simulators.province;

/**
 * A cement works: a clinker kiln that runs in campaigns, with longer stops in winter (staggered production), and mills
 * that grind at night when electricity is cheap, as much in a day as the kiln makes.
 *
 * <p>Meters: incomer, kiln line electricity, cement mills electricity, coal to the kiln, clinker, cement.
 *
 * @param tonnesPerHour clinker at full feed
 * @param coalPerTonne raw coal, kg per t of clinker
 * @param kilowattHoursPerTonne electricity of the kiln line per t of clinker
 * @param clinkerRatio clinker in the cement, per cent
 */
public record KilnProcess(
        Noise noise, double tonnesPerHour, double coalPerTonne, double kilowattHoursPerTonne, double clinkerRatio)
        implements Process {
    private static final double IDLE_POWER = 0.04;
    private static final double LIGHT_UP_COAL = 0.10;
    private static final double MILL_POWER = 28;
    private static final double MILL_IDLE = 0.01;
    private static final double MILLS_BY_DAY = 0.15;
    private static final double MILLS_MEAN = (10 + 14 * MILLS_BY_DAY) / 24;
    private static final double LOSSES = 0.015;

    @Override
    public long[] flows(Slot slot) {
        double feed = feed(slot);
        double jitter = noise.stream("feed").smooth(slot.day() * 8);
        double clinkerPerHour = tonnesPerHour * feed * (1 + 0.012 * jitter);
        double season = 1 + 0.006 * slot.winter() + 0.004 * noise.stream("coal").smooth(slot.day() / 5);
        double coalPerHour =
                coalPerTonne * season * (clinkerPerHour + tonnesPerHour * (lightUp(slot) ? LIGHT_UP_COAL : 0));
        double kilnPower = kilowattHoursPerTonne
                * (clinkerPerHour * (1 + 0.01 * noise.stream("fans").bell(slot.number())) + tonnesPerHour * IDLE_POWER);
        double cementPerHour = fullMills() * dayFeed(slot) * (slot.hour() >= 22 || slot.hour() < 8 ? 1 : MILLS_BY_DAY);
        double millPower = MILL_POWER * (cementPerHour + fullMills() * MILL_IDLE);
        long kiln = Process.wattHours(kilnPower);
        long mills =
                Process.wattHours(millPower * (1 + 0.03 * noise.stream("mills").bell(slot.number())));
        return new long[] {
            Math.round((kiln + mills) * (1 + LOSSES)),
            kiln,
            mills,
            Process.grams(coalPerHour / 4),
            Process.grams(clinkerPerHour * 250),
            Process.grams(
                    cementPerHour * 250 * (1 + 0.004 * noise.stream("silo").bell(slot.number())))
        };
    }

    @Override
    public double[] ratings() {
        double kiln = kilowattHoursPerTonne * tonnesPerHour * (1 + IDLE_POWER);
        double mills = MILL_POWER * fullMills();
        return new double[] {
            (kiln + mills) * (1 + LOSSES),
            kiln,
            mills,
            coalPerTonne * tonnesPerHour,
            tonnesPerHour * 1000,
            fullMills() * 1000
        };
    }

    /** Cement in t per hour with all mills running. */
    private double fullMills() {
        return tonnesPerHour / (clinkerRatio / 100) / MILLS_MEAN;
    }

    /** The part of a full day's feed that the kiln takes on a slot's day. */
    private double dayFeed(Slot slot) {
        double sum = 0;
        for (int place = 0; place < Slot.PER_DAY; place++) {
            sum += feed(Slot.of(slot.number() - slot.ofDay() + place));
        }
        return sum / Slot.PER_DAY;
    }

    /** Feed to the kiln: 0 when stopped, 1 when in campaign, in between on the morning of the restart. */
    private double feed(Slot slot) {
        int first = stopDay(slot);
        int last = first + stopLength(slot);
        int day = slot.date().getDayOfMonth();
        if (first == last || day < first || day > last) {
            return 1;
        }
        if (day == first) {
            return slot.hour() < 8 ? 1 : 0;
        }
        return day < last ? 0 : Math.min(1, Math.max(0, (slot.hour() - 5) / 3));
    }

    private boolean lightUp(Slot slot) {
        int length = stopLength(slot);
        return length > 0 && slot.date().getDayOfMonth() == stopDay(slot) + length && slot.hour() < 6;
    }

    private int stopDay(Slot slot) {
        return 9 + (int) (5 * noise.stream("stop").uniform(month(slot)));
    }

    private int stopLength(Slot slot) {
        int month = slot.date().getMonthValue();
        double chance = noise.stream("length").uniform(month(slot));
        boolean staggered = month == 12 || month <= 2;
        return staggered ? 8 + (int) (3 * chance) : chance < 0.5 ? 0 : 3 + (int) (6 * (chance - 0.5));
    }

    private static long month(Slot slot) {
        return slot.date().getYear() * 12L + slot.date().getMonthValue();
    }
}
