package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * The part of a period that an indicator is computed over.
 *
 * <p>The meters of a ratio must speak of the same time. A period that every meter covers to its end is taken whole. A
 * running month or year is taken to the end of the last day that every meter covers; a running day only while all its
 * meters reach equally far.
 */
final class Span {
    private static final int COMPLETENESS_PLACES = 4;

    private final Period period;
    private final Figures figures;
    private final BusinessCalendar calendar;
    private final long start;
    private final long end;

    Span(Period period, Figures figures, BusinessCalendar calendar) {
        this.period = period;
        this.figures = figures;
        this.calendar = calendar;
        this.start = calendar.start(period.start());
        this.end = calendar.start(period.end());
    }

    /** How far into the period all of the meters reach together; its start where they do not. */
    long until(Collection<Meter> meters) {
        long least = end;
        long most = start;
        for (Meter meter : meters) {
            long covered = covered(meter);
            least = Math.min(least, covered);
            most = Math.max(most, covered);
        }
        if (least >= end) {
            return end;
        }
        if (period.kind() == PeriodKind.DAY) {
            return least == most ? least : start;
        }
        return Math.max(start, calendar.start(calendar.day(least)));
    }

    /** How far into the period the furthest of the meters reaches. */
    long furthest(Collection<Meter> meters) {
        return meters.stream().mapToLong(this::covered).max().orElse(start);
    }

    /** Those of the meters that reach less far than the furthest. */
    List<String> behind(Collection<Meter> meters) {
        long most = furthest(meters);
        List<String> behind = meters.stream()
                .filter(meter -> covered(meter) < most || covered(meter) <= start)
                .map(Meter::id)
                .sorted()
                .toList();
        return behind.isEmpty() ? meters.stream().map(Meter::id).sorted().toList() : behind;
    }

    long start() {
        return start;
    }

    /** The first millisecond of a day. */
    long start(LocalDate day) {
        return calendar.start(day);
    }

    /** A meter that has sent readings on its last day lacks nothing after it. */
    private long covered(Meter meter) {
        long covered = figures.coveredUntil(meter.id());
        boolean ended = meter.to().filter(day -> covered >= calendar.start(day)).isPresent();
        return ended ? end : Math.max(start, Math.min(end, covered));
    }

    /** What flowed through a meter from the period's start to an instant that {@link #until} gave. */
    long amount(Meter meter, long until) {
        if (until <= start) {
            return 0;
        }
        long amount = figures.amount(meter.id(), period);
        if (period.kind() == PeriodKind.DAY || covered(meter) <= until) {
            return amount;
        }
        LocalDate last = calendar.day(covered(meter) - 1);
        for (LocalDate day = calendar.day(until); !day.isAfter(last); day = day.plusDays(1)) {
            amount = Math.subtractExact(amount, figures.amount(meter.id(), PeriodKind.DAY.containing(day)));
        }
        return amount;
    }

    /** The days up to an instant that {@link #until} or {@link #furthest} gave; a day that is not over counts whole. */
    Stretch days(long until) {
        return Stretch.of(period, until, calendar);
    }

    /** What flowed through a meter in a part of the days up to an instant. */
    long amount(Meter meter, Stretch part, long until) {
        if (until <= start || part.equals(days(until))) {
            return amount(meter, until);
        }
        long amount = 0;
        for (Period within : part.periods()) {
            amount = Math.addExact(amount, figures.amount(meter.id(), within));
        }
        return amount;
    }

    /** Says which sums are going to be asked for. */
    void prepare(Collection<Meter> meters, List<Stretch> parts) {
        if (parts.size() > 1) {
            figures.prepare(
                    meters.stream().map(Meter::id).toList(),
                    parts.stream().flatMap(part -> part.periods().stream()).toList());
        }
    }

    /**
     * The completeness of the least complete of the meters: time covered by measurement over time due.
     *
     * @param dueUntil readings up to here should have come; of a meter that has sent more, up to where it has sent
     */
    BigDecimal completeness(Collection<Meter> meters, long dueUntil) {
        return meters.stream()
                .map(meter -> completeness(meter, dueUntil))
                .min(BigDecimal::compareTo)
                .orElse(BigDecimal.ONE);
    }

    private BigDecimal completeness(Meter meter, long dueUntil) {
        long from =
                meter.from().map(day -> Math.max(start, calendar.start(day))).orElse(start);
        long last = meter.to()
                .map(day -> Math.min(end, calendar.start(day.plusDays(1))))
                .orElse(end);
        long to = Math.min(last, meter.interval().floor(Math.min(last, Math.max(dueUntil, covered(meter))), calendar));
        if (to <= from) {
            return BigDecimal.ONE.setScale(COMPLETENESS_PLACES);
        }
        long due = to - from;
        long measured = Math.max(0, Math.min(due, figures.measured(meter.id(), period)));
        return BigDecimal.valueOf(measured).divide(BigDecimal.valueOf(due), COMPLETENESS_PLACES, RoundingMode.DOWN);
    }
}
