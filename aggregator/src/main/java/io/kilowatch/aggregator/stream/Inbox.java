package io.kilowatch.aggregator.stream;

import io.kilowatch.aggregator.ledger.Mark;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.domain.Reading;
import io.kilowatch.registry.topics.ReadingBatch;
import io.kilowatch.registry.topics.ReadingRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** The records of one poll, decoded and sorted out by enterprise and meter. */
final class Inbox {
    private final Map<String, Mail> mail = new LinkedHashMap<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<Integer, Long> registryOffsets = new HashMap<>();
    private final List<Unreadable> unreadable = new ArrayList<>();

    /** What came for one enterprise. */
    record Mail(List<Letter> letters, List<ConsumerRecord<String, byte[]>> records) {
        /** The devices that sent it. */
        Set<String> devices() {
            Set<String> devices = new LinkedHashSet<>();
            letters.forEach(letter -> devices.add(letter.batch().device()));
            return devices;
        }

        /** The readings by meter, with the numbers of the devices that sent them. */
        Map<String, List<Point>> points(Map<String, Integer> senders) {
            Map<String, List<Point>> points = new LinkedHashMap<>();
            for (Letter letter : letters) {
                int sender = senders.getOrDefault(letter.batch().device(), 0);
                List<Reading> readings = letter.batch().readings();
                for (int i = 0; i < readings.size(); i++) {
                    points.computeIfAbsent(readings.get(i).meter(), code -> new ArrayList<>())
                            .add(letter.point(readings.get(i), i, sender));
                }
            }
            return points;
        }
    }

    /**
     * A batch and where it stood.
     *
     * @param offset in its partition
     */
    record Letter(ReadingBatch batch, long offset) {
        private Point point(Reading reading, int index, int sender) {
            return new Point(
                    reading.at(),
                    reading.value(),
                    reading.kind(),
                    reading.source(),
                    batch.receivedAt(),
                    Point.position(offset, index),
                    sender,
                    Mark.GOOD);
        }
    }

    /** A record that is no batch. */
    record Unreadable(ConsumerRecord<String, byte[]> record, Exception fault) {}

    static Inbox read(ConsumerRecords<String, byte[]> records) {
        Inbox inbox = new Inbox();
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<String, byte[]>> ofPartition = records.records(partition);
            ofPartition.forEach(inbox::take);
            inbox.next.put(partition, ofPartition.get(ofPartition.size() - 1).offset() + 1);
        }
        return inbox;
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            ReadingBatch batch = ReadingRecord.batch(record.key(), record.value());
            if (batch.readings().size() > Point.MOST_PER_RECORD) {
                throw new IOException("a record holds at most " + Point.MOST_PER_RECORD + " readings");
            }
            add(record, batch);
        } catch (IOException e) {
            unreadable.add(new Unreadable(record, e));
        }
    }

    private void add(ConsumerRecord<String, byte[]> record, ReadingBatch batch) {
        Mail forEnterprise =
                mail.computeIfAbsent(batch.enterprise(), code -> new Mail(new ArrayList<>(), new ArrayList<>()));
        forEnterprise.letters.add(new Letter(batch, record.offset()));
        forEnterprise.records.add(record);
        registryOffsets.merge(record.partition(), batch.registryOffset(), Math::max);
    }

    /** What came, by enterprise. */
    Map<String, Mail> mail() {
        return mail;
    }

    /** The records of one enterprise. */
    List<ConsumerRecord<String, byte[]>> mailOf(String enterprise) {
        Mail of = mail.get(enterprise);
        return of == null ? List.of() : of.records;
    }

    /** Where each partition goes on. */
    Map<TopicPartition, Long> next() {
        return next;
    }

    /** The newest registry document, by partition and offset, that a reading was checked against. */
    Map<Integer, Long> registryOffsets() {
        return registryOffsets;
    }

    List<Unreadable> unreadable() {
        return unreadable;
    }
}
