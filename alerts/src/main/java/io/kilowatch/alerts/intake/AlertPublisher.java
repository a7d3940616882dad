package io.kilowatch.alerts.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kilowatch.alerts.state.Transition;
import io.kilowatch.alerts.wire.AlertJson;
import io.kilowatch.registry.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends transitions to {@code energy.alerts} and unreadable records to {@code energy.dead-letter}. */
public final class AlertPublisher {
    /** The longest that Kafka may take to confirm. */
    private static final long CONFIRMED_WITHIN_SECONDS = 40;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Producer<String, byte[]> producer;
    private final AlertJson json;

    /**
     * A record that no attempt can handle.
     *
     * @param record as it came
     * @param error why
     */
    public record DeadLetter(ConsumerRecord<String, byte[]> record, String error) {}

    /** A publisher over a producer, which it does not own. */
    public AlertPublisher(Producer<String, byte[]> producer, AlertJson json) {
        this.producer = producer;
        this.json = json;
    }

    /** Sends all and returns when Kafka has confirmed all; throws if it does not. */
    public void publish(List<Transition> transitions, List<DeadLetter> deadLetters) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Transition transition : transitions) {
            sent.add(producer.send(message(transition)));
        }
        for (DeadLetter letter : deadLetters) {
            sent.add(producer.send(message(letter)));
        }
        for (Future<RecordMetadata> one : sent) {
            one.get(CONFIRMED_WITHIN_SECONDS, TimeUnit.SECONDS);
        }
    }

    private ProducerRecord<String, byte[]> message(Transition transition) throws JsonProcessingException {
        return new ProducerRecord<>(
                Topics.ALERTS.name(),
                transition.key().id().toString(),
                JSON.writeValueAsBytes(json.message(transition)));
    }

    private static ProducerRecord<String, byte[]> message(DeadLetter letter) {
        ConsumerRecord<String, byte[]> from = letter.record();
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.DEAD_LETTER.name(), from.key(), from.value());
        record.headers()
                .add("error", letter.error().getBytes(UTF_8))
                .add("service", "alerts".getBytes(UTF_8))
                .add("topic", from.topic().getBytes(UTF_8))
                .add("partition", Integer.toString(from.partition()).getBytes(UTF_8))
                .add("offset", Long.toString(from.offset()).getBytes(UTF_8));
        return record;
    }
}
