package io.kilowatch.alerts.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kilowatch.alerts.state.Transition;
import io.kilowatch.alerts.wire.AlertJson;
import io.kilowatch.platform.kafka.DeadLetters;
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

    private static final DeadLetters DEAD_LETTERS = new DeadLetters(Topics.DEAD_LETTER, "alerts");
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
            sent.add(producer.send(DEAD_LETTERS.letter(letter.record(), letter.error())));
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
}
