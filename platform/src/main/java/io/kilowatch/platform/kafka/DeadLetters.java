package io.kilowatch.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The letters of one service to the topic of records that no attempt can handle.
 *
 * @param topic where they go
 * @param service who could not handle them
 */
public record DeadLetters(Topic topic, String service) {
    /** A record as it came, key and value, with the error and where it came from in its headers. */
    public ProducerRecord<String, byte[]> letter(ConsumerRecord<String, byte[]> record, String error) {
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(topic.name(), record.key(), record.value());
        letter.headers()
                .add("error", error.getBytes(UTF_8))
                .add("service", service.getBytes(UTF_8))
                .add("topic", record.topic().getBytes(UTF_8))
                .add("partition", Integer.toString(record.partition()).getBytes(UTF_8))
                .add("offset", Long.toString(record.offset()).getBytes(UTF_8));
        return letter;
    }
}
