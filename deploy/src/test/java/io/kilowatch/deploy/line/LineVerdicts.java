package io.kilowatch.deploy.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.deploy.testing.RealDatabase;
import io.kilowatch.domain.Verdict;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.registry.topics.Topics;
import io.kilowatch.registry.topics.VerdictJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The verdicts of a line as Kafka and the database have them. */
final class LineVerdicts {
    private final KafkaConfig kafka;
    private final RealDatabase store;

    LineVerdicts(KafkaConfig kafka, RealDatabase store) {
        this.kafka = kafka;
        this.store = store;
    }

    /** Holds that every verdict in the database has been published at some time. */
    void assertEachWasPublished(String when) throws Exception {
        Map<String, List<Verdict>> published = published();
        for (Verdict verdict : stored().values()) {
            assertThat(published.getOrDefault(verdict.key(), List.of()))
                    .as("published of %s %s", verdict.key(), when)
                    .contains(verdict);
        }
    }

    /** Holds that the newest verdict of every key in Kafka is the one in the database. */
    void assertNewestAreThoseStored() throws Exception {
        Map<String, Verdict> newest = new TreeMap<>();
        published().forEach((key, verdicts) -> newest.put(key, verdicts.get(verdicts.size() - 1)));
        assertThat(newest).isNotEmpty().isEqualTo(stored());
    }

    private Map<String, List<Verdict>> published() throws Exception {
        Map<String, List<Verdict>> published = new HashMap<>();
        try (TopicReader reader = new TopicReader(kafka, Topics.VERDICTS)) {
            for (ConsumerRecord<String, byte[]> record : reader.all()) {
                published
                        .computeIfAbsent(record.key(), key -> new ArrayList<>())
                        .add(VerdictJson.decode(record.value()));
            }
        }
        return published;
    }

    private Map<String, Verdict> stored() throws Exception {
        Map<String, Verdict> stored = new TreeMap<>();
        for (String row : store.rows("SELECT verdict FROM indicator")) {
            Verdict verdict = VerdictJson.decode(row.getBytes(StandardCharsets.UTF_8));
            stored.put(verdict.key(), verdict);
        }
        return stored;
    }
}
