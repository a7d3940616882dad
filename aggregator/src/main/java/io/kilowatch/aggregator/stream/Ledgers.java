package io.kilowatch.aggregator.stream;

import io.kilowatch.aggregator.ledger.Definition;
import io.kilowatch.aggregator.ledger.Flow;
import io.kilowatch.aggregator.ledger.Timeline.Part;
import io.kilowatch.aggregator.store.MeterStore;
import io.kilowatch.aggregator.store.MeterStore.ComputedWith;
import io.kilowatch.aggregator.store.Readings;
import io.kilowatch.aggregator.store.RetentionStore;
import io.kilowatch.aggregator.store.StoredMeter;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.registry.feed.RegistrySnapshot;
import io.kilowatch.registry.reference.ReferenceData;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The enterprises in memory, read from the database when they are first needed. */
final class Ledgers {
    private static final int LONGER = 16;

    private final BusinessCalendar calendar;
    private final MeterStore meterStore = new MeterStore();
    private final Readings readings = new Readings();
    private final RetentionStore retention = new RetentionStore();
    private final Map<String, EnterpriseLedger> ledgers = new HashMap<>();
    private long keptFrom = Long.MIN_VALUE;

    Ledgers(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /** Reads those of the enterprises that are not in memory, and all anew where older readings are no longer kept. */
    void load(Connection connection, Collection<String> enterprises, RegistrySnapshot registry) throws SQLException {
        long limit = retention
                .limit(connection, RetentionStore.What.READINGS)
                .map(one -> one.keptFrom().toEpochMilli())
                .orElse(Long.MIN_VALUE);
        if (limit != keptFrom) {
            ledgers.clear();
            keptFrom = limit;
        }
        List<String> missing =
                enterprises.stream().filter(code -> !ledgers.containsKey(code)).toList();
        if (missing.isEmpty()) {
            return;
        }
        for (String code : missing) {
            ledgers.put(code, new EnterpriseLedger(code, registry.find(code), calendar));
        }
        for (StoredMeter stored : meterStore.load(connection, missing)) {
            of(stored.enterprise()).meters().put(stored.code(), ledger(connection, stored));
        }
        meterStore
                .senders(connection, missing)
                .forEach((code, devices) -> of(code).senders().putAll(devices));
    }

    /** Reads as much of a meter's end as it takes to know how things stand there: nearly always a few readings. */
    private MeterLedger ledger(Connection connection, StoredMeter stored) throws SQLException {
        @Nullable
        Flow flow = stored.definition().map(one -> Flow.of(one, calendar)).orElse(null);
        Part tail = stored.tail();
        MeterLedger ledger = new MeterLedger(stored.id(), flow, tail, stored.latestSlot(), stored.edge());
        while (flow != null && ledger.follower() == null) {
            tail = readings.tail(connection, stored.id(), tail.points().size() * LONGER);
            ledger = new MeterLedger(stored.id(), flow, tail, stored.latestSlot(), stored.edge());
        }
        return ledger;
    }

    boolean holds(String enterprise) {
        return ledgers.containsKey(enterprise);
    }

    EnterpriseLedger of(String enterprise) {
        EnterpriseLedger ledger = ledgers.get(enterprise);
        if (ledger == null) {
            throw new IllegalStateException("not loaded: " + enterprise);
        }
        return ledger;
    }

    /** A meter of an enterprise, taken up if it has never had a reading. */
    MeterLedger meter(Connection connection, EnterpriseLedger ledger, String code) throws SQLException {
        MeterLedger known = ledger.meters().get(code);
        if (known != null) {
            return known;
        }
        Optional<Definition> definition = ledger.entry()
                .flatMap(
                        entry -> Optional.ofNullable(entry.enterprise().meters().get(code)))
                .map(meter -> Definition.of(meter, calendar));
        int id = meterStore.add(connection, ledger.code(), code, definition);
        if (ledger.meters().isEmpty()) {
            long offset = ledger.entry().map(RegistrySnapshot.Entry::offset).orElse(-1L);
            meterStore.computedWith(
                    connection, ledger.code(), new ComputedWith(offset, ReferenceData.standardDigest()));
        }
        MeterLedger added = MeterLedger.empty(
                id, definition.map(one -> Flow.of(one, calendar)).orElse(null));
        ledger.meters().put(code, added);
        return added;
    }

    /** Readings of a meter from before this instant are not entered: what lay around them is gone, or soon will be. */
    long enteredFrom(MeterLedger meter) {
        return Math.max(keptFrom, meter.edge());
    }

    /** The number of a device that sends readings. */
    int sender(Connection connection, EnterpriseLedger ledger, String device) throws SQLException {
        Integer known = ledger.senders().get(device);
        if (known != null) {
            return known;
        }
        int added = meterStore.addSender(connection, ledger.code(), device);
        ledger.senders().put(device, added);
        return added;
    }

    /** Forgets one enterprise, to be read again. */
    void forget(String enterprise) {
        ledgers.remove(enterprise);
    }

    /** Forgets everything, because what is in memory may not be what is stored. */
    void forgetAll() {
        ledgers.clear();
    }
}
