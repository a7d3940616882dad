package io.kilowatch.aggregator.stream;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Verdict;
import io.kilowatch.platform.kafka.DeadLetters;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.platform.kafka.Topic;
import io.kilowatch.registry.topics.Topics;
import io.kilowatch.registry.topics.VerdictJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** What leaves for other topics; it must be acknowledged before the transaction is committed. */
final class Outbox implements AutoCloseable {
    private static final DeadLetters DEAD_LETTERS = new DeadLetters(Topics.DEAD_LETTER, "aggregator");

    private final KafkaProducer<String, byte[]> producer;
    private final BusinessCalendar calendar;
    private final List<Future<RecordMetadata>> underWay = new ArrayList<>();

    Outbox(KafkaConfig kafka, BusinessCalendar calendar) {
        this.producer = kafka.producer(
                "aggregator-verdicts",
                Map.of("delivery.timeout.ms", 30_000, "request.timeout.ms", 10_000, "linger.ms", 1));
        this.calendar = calendar;
    }

    /** How many partitions enterprises are spread over. */
    int partitions() {
        return producer.partitionsFor(Topics.VERDICTS.name()).size();
    }

    void send(List<Verdict> verdicts) {
        int partitions = verdicts.isEmpty() ? 1 : partitions();
        for (Verdict verdict : verdicts) {
            int partition = Topic.partition(verdict.enterprise().text(), partitions);
            underWay.add(producer.send(new ProducerRecord<>(
                    Topics.VERDICTS.name(), partition, verdict.key(), VerdictJson.encode(verdict, calendar))));
        }
    }

    /** Puts a record aside that cannot be handled. */
    void sendDeadLetter(ConsumerRecord<String, byte[]> record, Exception fault) {
        underWay.add(producer.send(DEAD_LETTERS.letter(record, String.valueOf(fault.getMessage()))));
    }

    /** Waits until everything sent is acknowledged; throws if something is not. */
    void flush() throws InterruptedException, ExecutionException {
        try {
            producer.flush();
            for (Future<RecordMetadata> one : underWay) {
                one.get();
            }
        } finally {
            underWay.clear();
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
