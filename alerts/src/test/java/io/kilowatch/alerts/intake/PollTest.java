package io.kilowatch.alerts.intake;

import static io.kilowatch.alerts.fixture.VerdictBuilder.aVerdict;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.topics.VerdictJson;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PollTest {
    @Test
    void keepsEveryVerdictForTheAlertsAndTheNewestOfEachKeyForTheTable() {
        Poll poll = Poll.read(List.of(
                at(4, bytes(aVerdict().value("118").build())),
                at(5, bytes(aVerdict().value("110").build()))));

        assertThat(poll.verdicts()).hasSize(2);
        assertThat(poll.newest())
                .singleElement()
                .satisfies(newest -> assertThat(newest.verdict().value()).contains(new java.math.BigDecimal("110")));
    }

    @Test
    void setsPoisonAsideAndMovesOn() {
        Poll poll = Poll.read(List.of(
                at(4, "not json".getBytes(UTF_8)),
                at(5, "{\"enterprise\":\"short\"}".getBytes(UTF_8)),
                at(6, null),
                at(7, bytes(aVerdict().build()))));

        assertThat(poll.deadLetters()).hasSize(2);
        assertThat(poll.verdicts()).hasSize(1);
        assertThat(poll.next()).isEqualTo(Map.of(new TopicPartition("energy.verdicts", 0), 8L));
    }

    private static byte[] bytes(Verdict verdict) {
        return VerdictJson.encode(verdict, BusinessCalendar.CHINA);
    }

    private static ConsumerRecord<String, byte[]> at(long offset, byte @Nullable [] value) {
        return new ConsumerRecord<>("energy.verdicts", 0, offset, "key", value);
    }
}
