package io.kilowatch.aggregator.ledger;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReportingInterval;

/** Amounts: each reading is what flowed in the interval that starts at its instant. */
final class AmountFlow implements Flow {
    private final Conversion conversion;
    private final Capacity capacity;
    private final ReportingInterval interval;
    private final BusinessCalendar calendar;

    AmountFlow(Definition definition, BusinessCalendar calendar) {
        this.conversion = new Conversion(definition.factors());
        this.capacity = new Capacity(definition.maximumPower());
        this.interval = definition.interval();
        this.calendar = calendar;
    }

    @Override
    public ReadingKind kind() {
        return ReadingKind.AMOUNT;
    }

    @Override
    public Follower begin() {
        return new AmountFollower(this);
    }

    @Override
    public Follower resume(Point beforeLast, Point last) {
        return new AmountFollower(this, last);
    }

    long end(Point point) {
        return interval.end(point.at(), calendar);
    }

    boolean isPossible(Point point) {
        try {
            return capacity.allows(amount(point), end(point) - point.at());
        } catch (ArithmeticException e) {
            return false;
        }
    }

    long amount(Point point) {
        return conversion.between(0, point.value(), point.at());
    }
}
