package io.kilowatch.aggregator.ledger;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.ReadingKind;

/**
 * How the readings of a meter become amounts in slots.
 *
 * <p>A slot's amount is the sum of what single readings and pairs of neighbours contribute to it, and each contribution
 * depends on those readings alone. So a reading that comes late changes exactly what its neighbours contributed, and the
 * slots are a function of the set of readings.
 */
public sealed interface Flow permits RegisterFlow, AmountFlow, PowerFlow {
    /** The flow of a meter. */
    static Flow of(Meter meter, BusinessCalendar calendar) {
        Conversion conversion = new Conversion(meter, calendar);
        return switch (meter.kind()) {
            case REGISTER -> new RegisterFlow(conversion, meter.digits(), meter.interval());
            case AMOUNT -> new AmountFlow(conversion, meter.interval(), calendar);
            case POWER -> new PowerFlow(conversion, meter.interval());
        };
    }

    /** The kind of readings that it takes; others are kept but contribute nothing. */
    ReadingKind kind();

    /** Adds ({@code sign} 1) or takes back (-1) what one reading contributes by itself. */
    void single(Point point, int sign, SlotChanges changes);

    /** Adds or takes back what two neighbours contribute, the earlier one first. */
    void pair(Point earlier, Point later, int sign, SlotChanges changes);

    /** The end of the time that the latest reading covers. */
    long coveredUntil(Point latest);
}
