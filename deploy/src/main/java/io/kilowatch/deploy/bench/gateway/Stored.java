package io.kilowatch.deploy.bench.gateway;

import io.kilowatch.platform.kafka.KafkaConfig;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * How many records a topic has, to check that what was acknowledged was stored.
 *
 * @param kafka where Kafka is
 * @param topic the topic
 */
record Stored(KafkaConfig kafka, String topic) {
    /** All that were ever stored. */
    long records() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            Map<TopicPartition, OffsetSpec> newest =
                    admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                            .flatMap(description -> description.partitions().stream())
                            .map(partition -> new TopicPartition(topic, partition.partition()))
                            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
            return admin.listOffsets(newest).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the records of " + topic + " could not be counted", e);
        }
    }

    /** Refuses an acknowledgement of what was not stored since an earlier count. */
    void check(long before, long acknowledged) throws InterruptedException {
        long stored = records() - before;
        if (stored < acknowledged) {
            throw new IllegalStateException(
                    acknowledged + " messages were acknowledged and " + stored + " are in " + topic);
        }
    }
}
