package io.kilowatch.aggregator.stream;

import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.store.MeterStore;
import io.kilowatch.aggregator.store.PeriodSumStore;
import io.kilowatch.aggregator.store.ReadingStore;
import io.kilowatch.aggregator.store.SlotStore;
import io.kilowatch.aggregator.store.StoredMeter;
import io.kilowatch.aggregator.store.Sum;
import io.kilowatch.aggregator.store.SumKey;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Period;
import io.kilowatch.registry.feed.RegistrySnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes an enterprise's figures again from what is stored, after its registry document has changed.
 *
 * <p>Slots and sums are computed again for the meters whose definition is another than the one that they were computed
 * with; every period is judged again.
 */
final class Recomputation {
    private static final Logger log = LoggerFactory.getLogger(Recomputation.class);

    private final BusinessCalendar calendar;
    private final MeterStore meters = new MeterStore();
    private final ReadingStore readings = new ReadingStore();
    private final SlotStore slots = new SlotStore();
    private final PeriodSumStore sums = new PeriodSumStore();

    Recomputation(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /** Does it and gives the periods to be judged again. The enterprise must not be in memory. */
    Set<Period> run(Connection connection, String enterprise, RegistrySnapshot.Entry entry) throws SQLException {
        Set<Period> touched = new TreeSet<>(Recomputation::compare);
        touched.addAll(sums.periods(connection, enterprise));
        for (StoredMeter stored : meters.load(connection, List.of(enterprise))) {
            Meter meter = entry.enterprise().meters().get(stored.code());
            if (meter != null && !stored.definition().equals(Optional.of(MeterLedger.definition(meter)))) {
                log.info("meter computed again [enterprise: {}, meter: {}]", enterprise, meter.id());
                recomputeOrKeep(connection, stored.id(), meter);
            } else if (meter == null) {
                meters.define(connection, stored.id(), null);
            }
        }
        touched.addAll(sums.periods(connection, enterprise));
        meters.computedWith(connection, enterprise, entry.offset());
        return touched;
    }

    private void recomputeOrKeep(Connection connection, int id, Meter meter) throws SQLException {
        try {
            recompute(connection, id, meter);
        } catch (ArithmeticException e) {
            log.error("meter cannot be computed again, its figures stay [number: {}, meter: {}]", id, meter.id(), e);
        }
    }

    private void recompute(Connection connection, int id, Meter meter) throws SQLException {
        List<Point> all = new ArrayList<>();
        readings.all(connection, id, all::add);
        MeterLedger empty = new MeterLedger(
                id, io.kilowatch.aggregator.ledger.Flow.of(meter, calendar), Optional.empty(), OptionalLong.empty());
        EnterpriseLedger alone = new EnterpriseLedger("", Optional.empty(), calendar);
        alone.meters().put(meter.id(), empty);
        Posting posting = new Posting(alone, calendar);
        posting.enter(empty, List.of(), all);
        Map<SumKey, Sum> computed = posting.sums();
        slots.clear(connection, id);
        sums.clear(connection, id);
        sums.write(connection, computed);
        posting.write(new ReadingStore(), slots);
        slots.write(connection);
        meters.define(connection, id, MeterLedger.definition(meter));
    }

    private static int compare(Period a, Period b) {
        int byKind = a.kind().compareTo(b.kind());
        return byKind != 0 ? byKind : a.start().compareTo(b.start());
    }
}
