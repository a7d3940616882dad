package io.kilowatch.aggregator.ledger;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.ReadingKind;

/** How the readings of a meter become amounts in slots, by its definition. */
public sealed interface Flow permits RegisterFlow, AmountFlow, PowerFlow {
    /** The longest time between neighbours that is shared out over slots; what flowed in a longer one stays unknown. */
    long LONGEST_BRIDGED = 400L * 24 * 3_600_000;

    /** The flow of a definition. */
    static Flow of(Definition definition, BusinessCalendar calendar) {
        return switch (definition.kind()) {
            case REGISTER -> new RegisterFlow(definition);
            case AMOUNT -> new AmountFlow(definition, calendar);
            case POWER -> new PowerFlow(definition);
        };
    }

    /** The kind of readings that it takes; others are kept but are no part of any figure. */
    ReadingKind kind();

    /** One who follows the readings from the meter's first on. */
    Follower begin();

    /**
     * One who goes on after a reading.
     *
     * @param beforeLast the last reading before {@code last} that counts
     * @param last a reading marked {@link Mark#GOOD}, so that nothing is in doubt after it
     */
    Follower resume(Point beforeLast, Point last);

    /** The longest time between two readings that counts as measured: one and a half of the meter's intervals. */
    static long longestMeasured(Definition definition) {
        return definition.interval().longest() * 3 / 2;
    }
}
