package io.kilowatch.aggregator.ledger;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReportingInterval;

/** Amounts: each reading is what flowed in the interval that starts at its instant. */
final class AmountFlow implements Flow {
    private final Conversion conversion;
    private final ReportingInterval interval;
    private final BusinessCalendar calendar;

    AmountFlow(Conversion conversion, ReportingInterval interval, BusinessCalendar calendar) {
        this.conversion = conversion;
        this.interval = interval;
        this.calendar = calendar;
    }

    @Override
    public ReadingKind kind() {
        return ReadingKind.AMOUNT;
    }

    @Override
    public void single(Point point, int sign, SlotChanges changes) {
        try {
            long amount = conversion.between(0, point.value(), point.at());
            changes.spread(point.at(), coveredUntil(point), amount, sign, true);
        } catch (ArithmeticException e) {
            // Out of range: the gateway refuses such readings; one stored before the multiplier grew stays uncovered.
        }
    }

    @Override
    public void pair(Point earlier, Point later, int sign, SlotChanges changes) {
        // Neighbours say nothing about each other.
    }

    @Override
    public long coveredUntil(Point latest) {
        return interval.end(latest.at(), calendar);
    }
}
