package io.kilowatch.aggregator.console;

import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/** What one works made and used, day by day: a season, a slow drift and chance. */
final class UsedDays {
    private static final BigDecimal ELECTRIC = new BigDecimal("0.1229");

    private final Works works;
    private final NavigableMap<LocalDate, Judging.Sums> days = new TreeMap<>();

    UsedDays(Works works, LocalDate first, LocalDate end, Random random) {
        this.works = works;
        for (LocalDate day = first; day.isBefore(end); day = day.plusDays(1)) {
            double season = Math.cos((day.getDayOfYear() - 20) / 58.1) * 0.011;
            double drift = Math.sin((day.toEpochDay() + works.number() * 41) / 140.0) * 0.012;
            double load = 1 + season * 2.4 + random.nextGaussian() * 0.015;
            BigDecimal below = whole(works.output() * load);
            BigDecimal each = exact(works.usual() * (1 + season + drift + random.nextGaussian() * 0.006));
            days.put(day, new Judging.Sums(below.multiply(each), below));
        }
    }

    private static BigDecimal whole(double number) {
        return BigDecimal.valueOf(Math.round(number));
    }

    private static BigDecimal exact(double number) {
        return BigDecimal.valueOf(number).setScale(5, RoundingMode.HALF_EVEN);
    }

    static String unit(Works works) {
        return ReferenceData.standard()
                .quota(works.quota(), LocalDate.of(2026, 10, 1))
                .orElseThrow()
                .unit();
    }

    Judging.Sums sums(LocalDate from, LocalDate until) {
        BigDecimal above = BigDecimal.ZERO;
        BigDecimal below = BigDecimal.ZERO;
        for (Map.Entry<LocalDate, Judging.Sums> day :
                days.subMap(from, true, until, false).entrySet()) {
            above = above.add(day.getValue().above());
            below = below.add(day.getValue().below());
        }
        return new Judging.Sums(above, below);
    }

    /** kWh. */
    BigDecimal electricity(LocalDate from, LocalDate until) {
        Judging.Sums sums = sums(from, until);
        if (works.indicator().startsWith("pue:") || unit(works).startsWith("kWh")) {
            return sums.above().setScale(0, RoundingMode.HALF_EVEN);
        }
        return sums.above().multiply(new BigDecimal("0.12")).divide(ELECTRIC, 0, RoundingMode.HALF_EVEN);
    }

    /** tce of coal. */
    BigDecimal coal(LocalDate from, LocalDate until) {
        BigDecimal fuel = BigDecimal.valueOf(
                (long) works.fuel() * days.subMap(from, true, until, false).size());
        if (works.indicator().startsWith("pue:") || unit(works).startsWith("kWh")) {
            return fuel;
        }
        return sums(from, until).above().multiply(new BigDecimal("0.00088")).add(fuel);
    }

    /** One works loses data in a September, one a little at all times. */
    BigDecimal completeness(Period period) {
        boolean gap = works.number() == 15 && period.kind() != PeriodKind.YEAR
                || works.number() == 12
                        && period.kind() == PeriodKind.MONTH
                        && period.start().getMonthValue() == 9;
        return new BigDecimal(gap ? "0.8641" : works.number() % 4 == 0 ? "0.9731" : "0.9968");
    }
}
