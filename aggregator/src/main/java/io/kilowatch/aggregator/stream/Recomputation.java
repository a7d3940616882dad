package io.kilowatch.aggregator.stream;

import io.kilowatch.aggregator.ledger.Definition;
import io.kilowatch.aggregator.store.MeterStore;
import io.kilowatch.aggregator.store.MeterStore.ComputedWith;
import io.kilowatch.aggregator.store.PeriodSumStore;
import io.kilowatch.aggregator.store.StoredMeter;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Period;
import io.kilowatch.registry.feed.RegistrySnapshot;
import io.kilowatch.registry.reference.ReferenceData;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes an enterprise's figures again after its registry document has changed.
 *
 * <p>Slots and sums are restated for the meters whose definition is another than the one that they were computed with; a
 * meter that is no longer registered keeps the last one. Every period is judged again.
 */
final class Recomputation {
    private static final Logger log = LoggerFactory.getLogger(Recomputation.class);

    private final BusinessCalendar calendar;
    private final MeterStore meters = new MeterStore();
    private final PeriodSumStore sums = new PeriodSumStore();

    Recomputation(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /** What figures are computed with by this program and a document. */
    static ComputedWith now(RegistrySnapshot.Entry entry) {
        return new ComputedWith(entry.offset(), ReferenceData.standardDigest());
    }

    /** Does it and gives the periods to be judged again. The enterprise must not be in memory. */
    Set<Period> run(Connection connection, String enterprise, RegistrySnapshot.Entry entry) throws SQLException {
        for (StoredMeter stored : meters.load(connection, List.of(enterprise))) {
            Meter meter = entry.enterprise().meters().get(stored.code());
            if (meter == null) {
                continue;
            }
            Definition definition = Definition.of(meter, calendar);
            if (!stored.definition().equals(Optional.of(definition))) {
                log.info("meter computed again [enterprise: {}, meter: {}]", enterprise, meter.id());
                new MeterRestatement(connection, stored, definition, calendar).run();
            }
        }
        meters.computedWith(connection, enterprise, now(entry));
        Set<Period> all = new TreeSet<>(Comparator.comparing(Period::kind).thenComparing(Period::start));
        all.addAll(sums.periods(connection, enterprise));
        return all;
    }
}
