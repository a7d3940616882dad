package io.kilowatch.aggregator.retention;

import io.kilowatch.aggregator.store.RetentionStore;
import io.kilowatch.aggregator.store.RetentionStore.Limit;
import io.kilowatch.aggregator.store.RetentionStore.What;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.platform.concurrent.Loop;
import io.kilowatch.platform.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops readings and slots that are older than they are to be kept; of several processes one does it at a time.
 *
 * <p>In two strokes: first a limit is set, and with it for each meter the first reading that stays, so that no ledger enters
 * anything older from then on; what is older is dropped at a later run, when every transaction knows the limit. The limit
 * moves month by month, so that meters are looked through once a month only.
 */
public final class Retention implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofMinutes(1);

    private final RetentionConfig config;
    private final BusinessCalendar calendar;
    private final Database database;
    private final InstantSource clock;
    private final RetentionStore store = new RetentionStore();
    private final Loop loop;

    /** Not started yet; the database remains its owner's. */
    public Retention(RetentionConfig config, BusinessCalendar calendar, Database database, InstantSource clock) {
        this.config = config;
        this.calendar = calendar;
        this.database = database;
        this.clock = clock;
        this.loop = new Loop("retention", PAUSE_AFTER_FAULT, this::step);
    }

    /** Starts looking from time to time. */
    public void start() {
        loop.start();
    }

    private void step() throws Exception {
        run();
        loop.pause(config.every());
    }

    /** Looks once: drops what is beyond the limits in force, and moves these on. False if another process is at it. */
    public boolean run() throws Exception {
        return database.inTransaction(connection -> {
            boolean mine = store.lock(connection);
            if (mine) {
                keep(connection, What.READINGS, config.readings());
                // Slots outlive the readings that a late one among them would change.
                keep(connection, What.SLOTS, config.slotsOutliveReadings() ? config.slots() : Period.ZERO);
            }
            return mine;
        });
    }

    private void keep(Connection connection, What what, Period period) throws SQLException {
        if (period.isZero()) {
            return;
        }
        Instant now = clock.instant();
        Optional<Limit> limit = store.limit(connection, what);
        if (limit.isPresent()) {
            store.drop(connection, what, limit.get().keptFrom());
        }
        LocalDate from = calendar.day(now.toEpochMilli()).minus(period).withDayOfMonth(1);
        Instant wanted = Instant.ofEpochMilli(calendar.start(from)).truncatedTo(ChronoUnit.MILLIS);
        if (limit.isEmpty() || limit.get().keptFrom().isBefore(wanted)) {
            if (what == What.READINGS) {
                store.setEdges(connection, wanted);
            }
            store.set(connection, what, wanted, now);
            log.info("retention limit set [what: {}, kept from: {}]", what, from);
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
