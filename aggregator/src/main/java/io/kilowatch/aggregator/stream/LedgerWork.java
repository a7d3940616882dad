package io.kilowatch.aggregator.stream;

import io.kilowatch.aggregator.AggregatorConfig;
import io.kilowatch.aggregator.store.IndicatorStore;
import io.kilowatch.aggregator.store.MeterStore;
import io.kilowatch.aggregator.store.MeterStore.ComputedWith;
import io.kilowatch.aggregator.store.RestatementStore;
import io.kilowatch.aggregator.store.RestatementStore.Cause;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Verdict;
import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.database.OffsetStore;
import io.kilowatch.platform.kafka.PollLoop;
import io.kilowatch.platform.kafka.Topic;
import io.kilowatch.registry.feed.RegistryFeed;
import io.kilowatch.registry.feed.RegistrySnapshot;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * The aggregator's work: what one poll brings becomes readings, slots, sums, indicators and offsets in one transaction.
 *
 * <p>Verdicts are acknowledged by Kafka before the commit. A crash between the two publishes them once more, because
 * after an assignment every verdict is published again when it is next computed.
 */
public final class LedgerWork implements PollLoop.Work, AutoCloseable {
    /** The name under which the offsets are kept. */
    public static final String GROUP = "aggregator";

    private static final String TOO_OLD =
            "some of its readings are older than readings are kept (see keep-readings); the others are stored";
    private static final Duration LONGEST_WAIT_FOR_REGISTRY = Duration.ofSeconds(30);

    private final Database database;
    private final RegistryFeed registry;
    private final InstantSource clock;
    private final LedgerMetrics metrics;
    private final Consumer<LedgerStep> listener;
    private final OffsetStore offsets = new OffsetStore(GROUP);
    private final MeterStore meters = new MeterStore();
    private final Ledgers ledgers;
    private final Poster poster;
    private final Recomputation recomputation;
    private final Appraisals appraisals;
    private final IndicatorStore indicators;
    private final RestatementStore restatements = new RestatementStore();
    private final Outbox outbox;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Set<Integer> owned = new HashSet<>();
    private RegistrySnapshot current = RegistrySnapshot.EMPTY;

    /** The work of one aggregator; each step done is told to the listener. */
    public LedgerWork(
            AggregatorConfig config,
            Database database,
            RegistryFeed registry,
            InstantSource clock,
            LedgerMetrics metrics,
            Consumer<LedgerStep> listener) {
        this.database = database;
        this.registry = registry;
        this.clock = clock;
        this.metrics = metrics;
        this.listener = listener;
        this.ledgers = new Ledgers(config.calendar());
        this.poster = new Poster(config.calendar(), ledgers);
        this.recomputation = new Recomputation(config.calendar());
        this.appraisals = new Appraisals(config, ledgers);
        this.indicators = new IndicatorStore(config.calendar());
        this.outbox = new Outbox(config.kafka(), config.calendar());
    }

    @Override
    public Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions) throws Exception {
        Map<TopicPartition, Long> found = database.inTransaction(c -> offsets.positions(c, partitions));
        positions.putAll(found);
        partitions.forEach(partition -> owned.add(partition.partition()));
        current = RegistrySnapshot.EMPTY;
        return found;
    }

    @Override
    public void lost(Collection<TopicPartition> partitions) {
        ledgers.forgetAll();
        appraisals.forgetAll();
        positions.keySet().removeAll(partitions);
        partitions.forEach(partition -> owned.remove(partition.partition()));
        current = RegistrySnapshot.EMPTY;
    }

    @Override
    public void process(ConsumerRecords<String, byte[]> records) throws Exception {
        Inbox inbox = Inbox.read(records);
        awaitRegistry(inbox.registryOffsets());
        RegistrySnapshot snapshot = registry.snapshot();
        boolean registryChanged = !snapshot.equals(current) && !owned.isEmpty();
        Set<String> review = appraisals.toReview(clock.instant());
        if (records.isEmpty() && !registryChanged && review.isEmpty()) {
            return;
        }
        long begun = System.nanoTime();
        Done done = database.inTransaction(c -> ledger(c, inbox, snapshot, registryChanged, review));
        listener.accept(LedgerStep.COMMITTED);
        current = snapshot;
        positions.putAll(inbox.next());
        metrics.committed(records.count(), done.added(), done.published(), System.nanoTime() - begun);
    }

    private record Done(int added, int published) {}

    private Done ledger(
            Connection connection, Inbox inbox, RegistrySnapshot snapshot, boolean registryChanged, Set<String> review)
            throws Exception {
        listener.accept(LedgerStep.BEGUN);
        Map<String, Set<Period>> touched = new HashMap<>();
        Corrections corrections = new Corrections();
        if (registryChanged) {
            recompute(connection, snapshot, touched, corrections);
        }
        listener.accept(LedgerStep.REGISTRY_APPLIED);
        Set<String> needed = new LinkedHashSet<>(inbox.mail().keySet());
        needed.addAll(touched.keySet());
        needed.addAll(review);
        ledgers.load(connection, needed, snapshot);
        listener.accept(LedgerStep.LEDGERS_LOADED);
        Poster.Posted posted = poster.post(connection, inbox.mail());
        listener.accept(LedgerStep.READINGS_POSTED);
        posted.touched().forEach((enterprise, periods) -> merge(touched, enterprise, periods));
        corrections.add(posted.restated());
        appraisals.openPeriods(review, clock.instant()).forEach((code, periods) -> merge(touched, code, periods));
        List<Verdict> verdicts = appraisals.of(connection, touched, clock.instant());
        listener.accept(LedgerStep.APPRAISED);
        restatements.note(connection, corrections.among(verdicts, snapshot), clock.instant());
        indicators.write(connection, verdicts);
        listener.accept(LedgerStep.INDICATORS_WRITTEN);
        offsets.advance(connection, positions, inbox.next());
        listener.accept(LedgerStep.OFFSETS_ADVANCED);
        outbox.send(verdicts);
        putAside(inbox, posted);
        listener.accept(LedgerStep.VERDICTS_SENT);
        outbox.flush();
        listener.accept(LedgerStep.FLUSHED);
        return new Done(posted.added(), verdicts.size());
    }

    private void recompute(
            Connection connection, RegistrySnapshot snapshot, Map<String, Set<Period>> touched, Corrections corrections)
            throws SQLException {
        int partitions = outbox.partitions();
        for (Map.Entry<String, ComputedWith> known :
                meters.computedWith(connection).entrySet()) {
            String enterprise = known.getKey();
            var entry = snapshot.find(enterprise);
            if (!owned.contains(Topic.partition(enterprise, partitions))) {
                continue;
            }
            appraisals.know(enterprise);
            if (entry.isEmpty()) {
                ledgers.forget(enterprise);
            } else if (!known.getValue().equals(Recomputation.now(entry.get()))) {
                ledgers.forget(enterprise);
                boolean newDocument =
                        known.getValue().registryOffset() != entry.get().offset();
                corrections.add(enterprise, newDocument ? Cause.REGISTRY : Cause.REFERENCE);
                merge(touched, enterprise, recomputation.run(connection, enterprise, entry.get()));
            }
        }
    }

    private static void merge(Map<String, Set<Period>> touched, String enterprise, Set<Period> periods) {
        touched.computeIfAbsent(enterprise, code -> new LinkedHashSet<>()).addAll(periods);
    }

    private void putAside(Inbox inbox, Poster.Posted posted) {
        inbox.unreadable().forEach(one -> outbox.sendDeadLetter(one.record(), one.fault()));
        posted.impossible().forEach((enterprise, fault) -> {
            for (ConsumerRecord<String, byte[]> record : inbox.mailOf(enterprise)) {
                outbox.sendDeadLetter(record, fault);
            }
        });
        posted.tooOld().forEach((enterprise, offsets) -> {
            for (ConsumerRecord<String, byte[]> record : inbox.mailOf(enterprise)) {
                if (offsets.contains(record.offset())) {
                    outbox.sendDeadLetter(record, new IOException(TOO_OLD));
                }
            }
        });
        metrics.putAside(inbox.unreadable().size()
                + posted.impossible().size()
                + posted.tooOld().values().stream().mapToInt(Set::size).sum());
    }

    private void awaitRegistry(Map<Integer, Long> offsetsNeeded) throws InterruptedException {
        if (!registry.awaitRead(offsetsNeeded, LONGEST_WAIT_FOR_REGISTRY)) {
            throw new IllegalStateException("the registry topic lags behind the readings");
        }
    }

    @Override
    public void close() {
        outbox.close();
    }
}
