package io.kilowatch.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
    private final DeadLetters letters = new DeadLetters(Topic.keptFor("dead", Duration.ofDays(1)), "clerk");

    @Test
    void aLetterIsTheRecordAsItCameWithTheReasonAndItsOriginBeside() {
        ConsumerRecord<String, byte[]> poison = new ConsumerRecord<>("mail", 3, 17, "k", new byte[] {1, 2});

        ProducerRecord<String, byte[]> letter = letters.letter(poison, "不能读取");

        assertThat(letter.topic()).isEqualTo("dead");
        assertThat(letter.partition()).isNull();
        assertThat(letter.key()).isEqualTo("k");
        assertThat(letter.value()).containsExactly(1, 2);
        assertThat(headers(letter))
                .isEqualTo(
                        Map.of("error", "不能读取", "service", "clerk", "topic", "mail", "partition", "3", "offset", "17"));
    }

    @Test
    void aRecordWithoutKeyAndValueIsALetterToo() {
        ConsumerRecord<String, byte[]> poison = new ConsumerRecord<>("mail", 0, 0, null, null);

        ProducerRecord<String, byte[]> letter = letters.letter(poison, "no value");

        assertThat(letter.key()).isNull();
        assertThat(letter.value()).isNull();
        assertThat(headers(letter)).containsEntry("error", "no value");
    }

    private static Map<String, String> headers(ProducerRecord<String, byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), UTF_8));
        }
        return headers;
    }
}
