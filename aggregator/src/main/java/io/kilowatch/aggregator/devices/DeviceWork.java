package io.kilowatch.aggregator.devices;

import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.database.OffsetStore;
import io.kilowatch.platform.kafka.DeadLetters;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.platform.kafka.PollLoop;
import io.kilowatch.registry.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;

/**
 * The work with what is told of devices and with what was rejected: what one poll brings is entered in one transaction with
 * its offsets, so that it counts once whatever crashes when. It shares neither thread nor transaction with the ledger.
 */
final class DeviceWork implements PollLoop.Work, AutoCloseable {
    /** The name under which the offsets are kept. */
    static final String GROUP = "aggregator-devices";

    private static final DeadLetters DEAD_LETTERS = new DeadLetters(Topics.DEAD_LETTER, "aggregator");

    private final Database database;
    private final OffsetStore offsets = new OffsetStore(GROUP);
    private final Entering entering = new Entering();
    private final KafkaProducer<String, byte[]> producer;
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    DeviceWork(Database database, KafkaConfig kafka) {
        this.database = database;
        this.producer = kafka.producer(
                "aggregator-devices", Map.of("delivery.timeout.ms", 30_000, "request.timeout.ms", 10_000));
    }

    @Override
    public Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions) throws Exception {
        Map<TopicPartition, Long> found =
                database.inTransaction(connection -> offsets.positions(connection, partitions));
        positions.putAll(found);
        return found;
    }

    @Override
    public void lost(Collection<TopicPartition> partitions) {
        positions.keySet().removeAll(partitions);
    }

    @Override
    public void process(ConsumerRecords<String, byte[]> records) throws Exception {
        if (records.isEmpty()) {
            return;
        }
        Arrivals arrivals = Arrivals.of(records);
        putAside(arrivals.unreadable());
        database.inTransaction(connection -> {
            entering.enter(connection, arrivals);
            offsets.advance(connection, positions, arrivals.next());
            return arrivals;
        });
        positions.putAll(arrivals.next());
    }

    private void putAside(List<Arrivals.Unreadable> unreadable) throws Exception {
        List<Future<?>> underWay = new ArrayList<>();
        for (Arrivals.Unreadable one : unreadable) {
            underWay.add(producer.send(
                    DEAD_LETTERS.letter(one.record(), String.valueOf(one.fault().getMessage()))));
        }
        for (Future<?> sent : underWay) {
            sent.get();
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
