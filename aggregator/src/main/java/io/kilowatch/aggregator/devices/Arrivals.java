package io.kilowatch.aggregator.devices;

import io.kilowatch.registry.topics.DeviceEvent;
import io.kilowatch.registry.topics.DeviceEventJson;
import io.kilowatch.registry.topics.RejectedBatch;
import io.kilowatch.registry.topics.RejectedBatchJson;
import io.kilowatch.registry.topics.RejectedId;
import io.kilowatch.registry.topics.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * The records of one poll, decoded.
 *
 * @param events what was told of devices, in order
 * @param rejected what was rejected, in order
 * @param unreadable the records that say nothing that could be entered
 * @param next where each partition goes on
 */
record Arrivals(
        List<Told> events,
        List<RejectedStore.Arrived> rejected,
        List<Unreadable> unreadable,
        Map<TopicPartition, Long> next) {
    /** 2200-01-01T00:00:00Z. */
    private static final long END_OF_TIME = 7_258_118_400_000L;

    private static final int LONGEST_NAME = 200;

    /**
     * An event.
     *
     * @param event what was told
     * @param heard when, by Kafka's clock
     */
    record Told(DeviceEvent event, long heard) {}

    /** A record that is neither an event nor a rejected batch. */
    record Unreadable(ConsumerRecord<String, byte[]> record, Exception fault) {}

    static Arrivals of(ConsumerRecords<String, byte[]> records) {
        Arrivals arrivals = new Arrivals(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<String, byte[]>> ofPartition = records.records(partition);
            ofPartition.forEach(arrivals::take);
            arrivals.next.put(partition, ofPartition.get(ofPartition.size() - 1).offset() + 1);
        }
        return arrivals;
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            byte[] value = record.value();
            if (value == null) {
                throw new IOException("the record has no value");
            }
            if (record.topic().equals(Topics.REJECTED.name())) {
                RejectedBatch batch = RejectedBatchJson.decode(value);
                check(batch.enterprise(), batch.device(), batch.receivedAt());
                checkTime(batch.sentAt().orElse(0));
                rejected.add(
                        new RejectedStore.Arrived(new RejectedId(record.partition(), record.offset()), batch, value));
            } else {
                DeviceEvent event = DeviceEventJson.decode(value);
                check(event.enterprise(), event.device(), event.at());
                if (event instanceof DeviceEvent.Activity activity) {
                    checkTime(activity.from());
                    checkTime(activity.work().receivedAt().orElse(0));
                    checkTime(activity.work().newest().orElse(0));
                }
                events.add(new Told(event, record.timestamp()));
            }
        } catch (IOException e) {
            unreadable.add(new Unreadable(record, e));
        }
    }

    private static void check(String enterprise, String device, long at) throws IOException {
        if (!isName(enterprise) || !isName(device)) {
            throw new IOException("a name is empty, longer than " + LONGEST_NAME + " or has a control character");
        }
        checkTime(at);
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && PlainText.of(name).equals(name);
    }

    /** What no table could take, however often it is tried; a device's own clock may say anything. */
    private static void checkTime(long millis) throws IOException {
        if (millis < -END_OF_TIME || millis >= END_OF_TIME) {
            throw new IOException("a time is far outside of history");
        }
    }
}
