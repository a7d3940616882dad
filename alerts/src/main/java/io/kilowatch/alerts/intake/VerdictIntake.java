package io.kilowatch.alerts.intake;

import io.kilowatch.alerts.metrics.AlertsMetrics;
import io.kilowatch.alerts.state.Alert;
import io.kilowatch.alerts.state.AlertKey;
import io.kilowatch.alerts.state.Docket;
import io.kilowatch.alerts.store.AlertStore;
import io.kilowatch.alerts.store.VerdictRecord;
import io.kilowatch.alerts.store.VerdictStore;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.database.OffsetStore;
import io.kilowatch.platform.kafka.PollLoop;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores verdicts, runs them through the state table and publishes what moved.
 *
 * <p>Verdicts, alerts, history and offsets are one transaction. Transitions are published and confirmed before it
 * commits: a crash between the two publishes the same entries again, with the same alert id and number.
 */
public final class VerdictIntake implements PollLoop.Work {
    private static final Logger log = LoggerFactory.getLogger(VerdictIntake.class);

    private final Database database;
    private final AlertPublisher publisher;
    private final Set<PeriodKind> periods;
    private final InstantSource clock;
    private final AlertsMetrics metrics;
    private final Consumer<Stored> listener;
    private final OffsetStore offsets = new OffsetStore("alerts");
    private final VerdictStore verdictStore = new VerdictStore();
    private final AlertStore alertStore = new AlertStore();
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    /**
     * An intake.
     *
     * @param periods the kinds of period that are alerted
     * @param listener told after each commit, on the polling thread
     */
    public VerdictIntake(
            Database database,
            AlertPublisher publisher,
            Set<PeriodKind> periods,
            InstantSource clock,
            AlertsMetrics metrics,
            Consumer<Stored> listener) {
        this.database = database;
        this.publisher = publisher;
        this.periods = Set.copyOf(periods);
        this.clock = clock;
        this.metrics = metrics;
        this.listener = listener;
    }

    @Override
    public Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions) throws Exception {
        Map<TopicPartition, Long> stored = database.inTransaction(connection -> {
            metrics.standing(alertStore.standing(connection));
            return offsets.positions(connection, partitions);
        });
        positions.putAll(stored);
        return stored;
    }

    @Override
    public void lost(Collection<TopicPartition> partitions) {
        partitions.forEach(positions::remove);
    }

    @Override
    public void process(ConsumerRecords<String, byte[]> records) throws Exception {
        if (!records.isEmpty()) {
            try {
                store(Poll.read(records));
            } catch (SQLException e) {
                if (!isFaultOfTheData(e)) {
                    throw e;
                }
                log.warn("poll refused by the database, storing record by record [records: {}]", records.count(), e);
                for (ConsumerRecord<String, byte[]> record : records) {
                    storeOne(record);
                }
            }
        }
    }

    private void storeOne(ConsumerRecord<String, byte[]> record) throws Exception {
        try {
            store(Poll.read(List.of(record)));
        } catch (SQLException e) {
            if (!isFaultOfTheData(e)) {
                throw e;
            }
            log.error(
                    "verdict set aside [key: {}, partition: {}, offset: {}]",
                    record.key(),
                    record.partition(),
                    record.offset(),
                    e);
            store(Poll.setAside(record, String.valueOf(e.getMessage())));
        }
    }

    /** Data exceptions (class 22) come again however often they are tried. */
    private static boolean isFaultOfTheData(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("22");
    }

    private void store(Poll poll) throws Exception {
        List<VerdictRecord> newest = poll.newest();
        Docket docket = database.inTransaction(connection -> {
            Docket judged = judge(connection, poll);
            verdictStore.write(connection, newest);
            alertStore.write(connection, judged.changed(), judged.transitions());
            offsets.advance(connection, positions, poll.next());
            if (!judged.transitions().isEmpty()) {
                metrics.standing(alertStore.standing(connection));
            }
            publisher.publish(judged.transitions(), poll.deadLetters());
            return judged;
        });
        positions.putAll(poll.next());
        metrics.stored(poll.verdicts().size(), poll.deadLetters().size(), docket.counts());
        listener.accept(new Stored(newest, docket.changed()));
    }

    private Docket judge(Connection connection, Poll poll) throws SQLException {
        Set<UUID> ids = poll.verdicts().stream()
                .map(VerdictRecord::verdict)
                .filter(verdict -> periods.contains(verdict.period().kind()))
                .map(verdict -> AlertKey.of(verdict).id())
                .collect(Collectors.toSet());
        Map<UUID, Alert> known = alertStore.lock(connection, ids);
        Docket docket = new Docket(known, periods, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        poll.verdicts().forEach(record -> docket.take(record.verdict()));
        return docket;
    }
}
