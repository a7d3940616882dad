package io.kilowatch.alerts.intake;

import io.kilowatch.alerts.intake.AlertPublisher.DeadLetter;
import io.kilowatch.alerts.store.VerdictRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Records of {@code energy.verdicts} read for one transaction.
 *
 * @param verdicts every verdict, in order
 * @param deadLetters what is none
 * @param next the offset to go on from, of each partition
 */
record Poll(List<VerdictRecord> verdicts, List<DeadLetter> deadLetters, Map<TopicPartition, Long> next) {
    static Poll read(Iterable<ConsumerRecord<String, byte[]>> records) {
        Poll poll = new Poll(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        for (ConsumerRecord<String, byte[]> record : records) {
            poll.next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            poll.add(record);
        }
        return poll;
    }

    /** A poll of one record that is set aside. */
    static Poll setAside(ConsumerRecord<String, byte[]> record, String error) {
        return new Poll(
                List.of(),
                List.of(new DeadLetter(record, error)),
                Map.of(new TopicPartition(record.topic(), record.partition()), record.offset() + 1));
    }

    private void add(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return; // a verdict is never withdrawn, only replaced
        }
        try {
            verdicts.add(VerdictRecord.decode(record.value()));
        } catch (IOException e) {
            deadLetters.add(new DeadLetter(record, String.valueOf(e.getMessage())));
        }
    }

    /** Of each key the verdict that came last. */
    List<VerdictRecord> newest() {
        Map<String, VerdictRecord> newest = new LinkedHashMap<>();
        verdicts.forEach(verdict -> newest.put(verdict.verdict().key(), verdict));
        return List.copyOf(newest.values());
    }
}
