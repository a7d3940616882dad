package io.kilowatch.aggregator.evidence;

import io.kilowatch.aggregator.ledger.Definition;
import io.kilowatch.aggregator.ledger.Effects;
import io.kilowatch.aggregator.ledger.Flow;
import io.kilowatch.aggregator.ledger.Follower;
import io.kilowatch.aggregator.ledger.Mark;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.ledger.SlotChanges;
import io.kilowatch.aggregator.ledger.Timeline;
import io.kilowatch.aggregator.ledger.Timeline.Part;
import io.kilowatch.aggregator.store.Sum;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts a meter's readings again by the ledger's rules, for the days of one period.
 *
 * <p>The readings before {@link #begin} only say where the follower stands: it goes on from the last of them that is beyond
 * doubt, as the ledger does.
 */
public final class Recount {
    private static final int ADDED_UP_AT = 50_000;

    private final Flow flow;
    private final BusinessCalendar calendar;
    private final Period period;
    private final long begin;
    private final List<Point> before = new ArrayList<>();
    private final SlotChanges slots = new SlotChanges();
    private final Effects effects = Effects.adding(slots);
    private final SortedMap<LocalDate, Sum> days = new TreeMap<>();
    private @Nullable Follower follower;

    /** A count that begins. */
    public Recount(Definition definition, Period period, BusinessCalendar calendar) {
        this.flow = Flow.of(definition, calendar);
        this.calendar = calendar;
        this.period = period;
        this.begin = begin(definition, period, calendar);
    }

    /** No reading before this instant says anything of the period by itself. */
    public static long begin(Definition definition, Period period, BusinessCalendar calendar) {
        return calendar.start(period.start()) - definition.interval().longest();
    }

    /** Takes the next reading in time order. */
    public void take(Point point) {
        if (point.at() < begin) {
            before.add(point);
            return;
        }
        Timeline.take(flow, started(), point.marked(Mark.GOOD), effects);
        if (slots.size() >= ADDED_UP_AT) {
            addUp();
        }
    }

    private Follower started() {
        Follower known = follower;
        if (known == null) {
            known = Timeline.follow(flow, new Part(before, true, true)).orElseThrow();
            follower = known;
        }
        return known;
    }

    private void addUp() {
        slots.compact();
        LocalDate day = LocalDate.MIN;
        long end = Long.MIN_VALUE;
        for (int i = 0; i < slots.size(); i++) {
            if (slots.slot(i) >= end) {
                day = calendar.day(slots.slot(i));
                end = calendar.start(day.plusDays(1));
            }
            if (period.contains(day)) {
                days.merge(day, new Sum(slots.amount(i), slots.measured(i), slots.interpolated(i)), Sum::plus);
            }
        }
        slots.clear();
    }

    /** What the readings came to. */
    public MeterCount close() {
        long covered = started().coveredUntil();
        addUp();
        days.values().removeIf(Sum.ZERO::equals);
        return new MeterCount(days, covered, effects.marks());
    }
}
