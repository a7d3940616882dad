package io.kilowatch.platform.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Utils;

/**
 * A Kafka topic: its name and how long it keeps what.
 *
 * @param name its name
 * @param retention how long records are kept; absent for a compacted topic, which keeps the newest of each key
 */
public record Topic(String name, Optional<Duration> retention) {
    private static final int PATIENCE_MS = 20_000;
    private static final int MOST_TRIES = 100;
    private static final int PAUSE_MILLIS = 100;

    /** A topic that forgets records after a time. */
    public static Topic keptFor(String name, Duration retention) {
        return new Topic(name, Optional.of(retention));
    }

    /** A topic that keeps the newest record of each key. */
    public static Topic compacted(String name) {
        return new Topic(name, Optional.empty());
    }

    /** The partition of a key, the same as Kafka's own producer chooses. */
    public static int partition(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(Utils.utf8(key))) % partitions;
    }

    /**
     * Creates those that do not exist yet; leaves the others as they are. New ones can be written to when this returns: a
     * producer whose first records meet a partition without a leader may be refused the later ones of its first seconds
     * until its delivery timeout.
     *
     * @throws IllegalStateException if Kafka does not answer within twenty seconds
     */
    public static void create(KafkaConfig kafka, List<Topic> topics) throws InterruptedException {
        Map<String, Object> properties = Map.of(
                "bootstrap.servers",
                kafka.bootstrap(),
                "request.timeout.ms",
                10_000,
                "default.api.timeout.ms",
                PATIENCE_MS);
        try (Admin admin = Admin.create(properties)) {
            var existing = admin.listTopics().names().get();
            List<NewTopic> wanted = topics.stream()
                    .filter(topic -> !existing.contains(topic.name))
                    .map(topic -> topic.toNew(kafka))
                    .toList();
            for (var created : admin.createTopics(wanted).values().values()) {
                awaitCreated(created);
            }
            awaitLeaders(admin, firsts(wanted));
        } catch (ExecutionException e) {
            throw new IllegalStateException("topics could not be created at " + kafka.bootstrap(), e.getCause());
        }
    }

    /** Until each partition's leader answers; a broker may not have heard yet of a topic made a moment ago. */
    private static void awaitLeaders(Admin admin, Map<TopicPartition, OffsetSpec> firsts)
            throws InterruptedException, ExecutionException {
        for (int tries = 1; ; tries++) {
            try {
                admin.listOffsets(firsts).all().get();
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof RetriableException) || tries == MOST_TRIES) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static Map<TopicPartition, OffsetSpec> firsts(List<NewTopic> topics) {
        Map<TopicPartition, OffsetSpec> firsts = new HashMap<>();
        for (NewTopic topic : topics) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                firsts.put(new TopicPartition(topic.name(), partition), OffsetSpec.earliest());
            }
        }
        return firsts;
    }

    private static void awaitCreated(org.apache.kafka.common.KafkaFuture<Void> created)
            throws InterruptedException, ExecutionException {
        try {
            created.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private NewTopic toNew(KafkaConfig kafka) {
        Map<String, String> settings = new HashMap<>();
        retention.ifPresentOrElse(
                kept -> settings.put("retention.ms", Long.toString(kept.toMillis())),
                () -> settings.put("cleanup.policy", "compact"));
        return new NewTopic(name, kafka.partitions(), (short) kafka.replication()).configs(settings);
    }
}
