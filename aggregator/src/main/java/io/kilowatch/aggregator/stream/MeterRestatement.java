package io.kilowatch.aggregator.stream;

import io.kilowatch.aggregator.ledger.Definition;
import io.kilowatch.aggregator.ledger.Effects;
import io.kilowatch.aggregator.ledger.Flow;
import io.kilowatch.aggregator.ledger.Follower;
import io.kilowatch.aggregator.ledger.SlotChanges;
import io.kilowatch.aggregator.ledger.Timeline;
import io.kilowatch.aggregator.store.MeterStore;
import io.kilowatch.aggregator.store.PeriodSumStore;
import io.kilowatch.aggregator.store.ReadingStore;
import io.kilowatch.aggregator.store.Readings;
import io.kilowatch.aggregator.store.SlotStore;
import io.kilowatch.aggregator.store.StoredMeter;
import io.kilowatch.domain.BusinessCalendar;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A meter's slots, computed with one definition so far and with another from now on.
 *
 * <p>Both are followed over the stored readings side by side, and only the difference is written. So slots that the change
 * does not touch are not touched, nor are those whose readings are no longer kept.
 */
final class MeterRestatement {
    private static final int FLUSHED_AT = 50_000;

    private final Connection connection;
    private final StoredMeter meter;
    private final Definition definition;
    private final BusinessCalendar calendar;
    private final SlotChanges changes = new SlotChanges();
    private final Effects taken = Effects.takingBack(changes);
    private final Effects added = Effects.adding(changes);
    private final ReadingStore readings = new ReadingStore();
    private final SlotStore slots = new SlotStore();
    private final PeriodSumStore sums = new PeriodSumStore();

    MeterRestatement(Connection connection, StoredMeter meter, Definition definition, BusinessCalendar calendar) {
        this.connection = connection;
        this.meter = meter;
        this.definition = definition;
        this.calendar = calendar;
    }

    void run() throws SQLException {
        if (!meter.isReadable()) {
            slots.clear(connection, meter.id());
            sums.clear(connection, meter.id());
        }
        @Nullable Flow before = meter.definition().map(this::keptPart).orElse(null);
        @Nullable Follower old = before == null ? null : before.begin();
        Flow now = keptPart(definition);
        Follower follower = now.begin();
        new Readings().each(connection, meter.id(), point -> {
            if (before != null && old != null) {
                Timeline.take(before, old, point, taken);
            }
            Timeline.take(now, follower, point, added);
            if (changes.size() >= FLUSHED_AT) {
                flush();
            }
        });
        flush();
        new MeterStore().define(connection, meter.id(), definition);
    }

    /** Without the exchanges before the first reading that is kept: what they came to is in the slots for good. */
    private Flow keptPart(Definition whole) {
        return Flow.of(whole.since(meter.edge().orElse(Long.MIN_VALUE)), calendar);
    }

    private void flush() throws SQLException {
        changes.compact();
        slots.add(meter.id(), changes, Long.MAX_VALUE);
        sums.add(connection, Days.sums(meter.id(), changes, calendar));
        added.marks().forEach((at, mark) -> readings.mark(meter.id(), at, mark));
        slots.write(connection);
        readings.write(connection);
        changes.clear();
        added.clear();
        taken.clear();
    }
}
