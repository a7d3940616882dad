package io.kilowatch.aggregator.stream;

import io.kilowatch.aggregator.ledger.Flow;
import io.kilowatch.aggregator.store.MeterStore;
import io.kilowatch.aggregator.store.StoredMeter;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Meter;
import io.kilowatch.registry.feed.RegistrySnapshot;
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
    private final BusinessCalendar calendar;
    private final MeterStore meterStore = new MeterStore();
    private final Map<String, EnterpriseLedger> ledgers = new HashMap<>();

    Ledgers(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /** Reads those of the enterprises that are not in memory. */
    void load(Connection connection, Collection<String> enterprises, RegistrySnapshot registry) throws SQLException {
        List<String> missing =
                enterprises.stream().filter(code -> !ledgers.containsKey(code)).toList();
        if (missing.isEmpty()) {
            return;
        }
        for (String code : missing) {
            ledgers.put(code, new EnterpriseLedger(code, registry.find(code), calendar));
        }
        for (StoredMeter stored : meterStore.load(connection, missing)) {
            EnterpriseLedger ledger = of(stored.enterprise());
            Flow flow = flow(ledger, stored.code()).orElse(null);
            ledger.meters()
                    .put(stored.code(), new MeterLedger(stored.id(), flow, stored.latest(), stored.latestSlot()));
        }
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
        Optional<Meter> registered = registered(ledger, code);
        @Nullable String definition = registered.map(MeterLedger::definition).orElse(null);
        int id = meterStore.add(connection, ledger.code(), code, definition);
        if (ledger.meters().isEmpty()) {
            long offset = ledger.entry().map(RegistrySnapshot.Entry::offset).orElse(-1L);
            meterStore.computedWith(connection, ledger.code(), offset);
        }
        MeterLedger added =
                new MeterLedger(id, flow(ledger, code).orElse(null), Optional.empty(), java.util.OptionalLong.empty());
        ledger.meters().put(code, added);
        return added;
    }

    private Optional<Flow> flow(EnterpriseLedger ledger, String meter) {
        return registered(ledger, meter).map(one -> Flow.of(one, calendar));
    }

    private static Optional<Meter> registered(EnterpriseLedger ledger, String meter) {
        return ledger.entry()
                .flatMap(
                        entry -> Optional.ofNullable(entry.enterprise().meters().get(meter)));
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
