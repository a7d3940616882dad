package io.kilowatch.alerts.intake;

import static io.kilowatch.alerts.fixture.VerdictBuilder.aVerdict;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kilowatch.alerts.intake.AlertPublisher.DeadLetter;
import io.kilowatch.alerts.state.Docket;
import io.kilowatch.alerts.state.Transition;
import io.kilowatch.alerts.wire.AlertJson;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.PeriodKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class AlertPublisherTest {
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final AlertPublisher publisher = new AlertPublisher(producer, new AlertJson(BusinessCalendar.CHINA));

    @Test
    void sendsATransitionUnderItsAlertsId() throws Exception {
        Transition opened = opened();

        publisher.publish(List.of(opened), List.of());

        ProducerRecord<String, byte[]> sent = producer.history().get(0);
        JsonNode message = new ObjectMapper().readTree(sent.value());
        assertThat(sent.topic()).isEqualTo("energy.alerts");
        assertThat(sent.key()).isEqualTo(opened.key().id().toString());
        assertThat(message.path("transition").asText()).isEqualTo("opened");
        assertThat(message.path("seq").asInt()).isEqualTo(1);
        assertThat(message.path("value").asText()).isEqualTo("120");
        assertThat(message.path("period").path("end").asText()).isEqualTo("2026-09-01");
    }

    @Test
    void sendsADeadLetterAsItCameWithTheErrorBeside() throws Exception {
        ConsumerRecord<String, byte[]> poison = new ConsumerRecord<>("energy.verdicts", 3, 17, "k", new byte[] {1, 2});

        publisher.publish(List.of(), List.of(new DeadLetter(poison, "not a verdict")));

        ProducerRecord<String, byte[]> sent = producer.history().get(0);
        assertThat(sent.topic()).isEqualTo("energy.dead-letter");
        assertThat(sent.key()).isEqualTo("k");
        assertThat(sent.value()).containsExactly(1, 2);
        assertThat(header(sent, "error")).isEqualTo("not a verdict");
        assertThat(header(sent, "offset")).isEqualTo("17");
    }

    @Test
    void failsWhenKafkaDoesNotConfirm() {
        producer.sendException = new IllegalStateException("no broker");

        assertThatThrownBy(() -> publisher.publish(List.of(opened()), List.of()))
                .isInstanceOf(Exception.class);
    }

    private static String header(ProducerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static Transition opened() {
        Docket docket = new Docket(Map.of(), Set.of(PeriodKind.MONTH), Instant.EPOCH);
        docket.take(aVerdict().value("120").build());
        return docket.transitions().get(0);
    }
}
