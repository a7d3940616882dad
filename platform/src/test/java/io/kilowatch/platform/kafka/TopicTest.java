package io.kilowatch.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicTest {
    @Property
    void choosesThePartitionThatKafkasProducerChooses(@ForAll String key, @ForAll @IntRange(min = 1, max = 50) int of) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);

        assertThat(Topic.partition(key, of)).isEqualTo(BuiltInPartitioner.partitionForKey(bytes, of));
    }

    /** The hashes are those of Kafka's own tests of murmur2: 21 is -973932308, foobar -790332482. */
    @ParameterizedTest
    @CsvSource({"21, 1173551340", "foobar, 1357151166", "a-little-bit-long-string, 1161502112"})
    void hashesByMurmur2(String key, int positiveHash) {
        assertThat(Topic.partition(key, Integer.MAX_VALUE)).isEqualTo(positiveHash % Integer.MAX_VALUE);
    }
}
