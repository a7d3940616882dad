package io.kilowatch.deploy.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kilowatch.deploy.testing.RealDatabase;
import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import io.kilowatch.registry.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records that no attempt can handle, among good ones in the same partition. */
class PoisonIT {
    private static final long SEED = 53;
    /** 2015, before anything that is kept. */
    private static final long LONG_AGO = 1_420_070_400_000L;

    private static final long AT = RoughTraffic.START;

    /** A record and a piece of what is said of it. */
    private record Poison(@Nullable String key, byte @Nullable [] value, String error) {
        static Poison of(String key, String value, String error) {
            return new Poison(key, value.getBytes(UTF_8), error);
        }
    }

    @Test
    void eachGoesToTheDeadLettersWithItsErrorAndThePartitionGoesOn() throws Exception {
        try (RoughLine line = new RoughLine(1, RealDatabase.fresh(Flavour.POSTGRESQL))) {
            List<String> codes = line.register(3);
            List<RoughTraffic.Batch> traffic = RoughTraffic.of(codes.subList(0, 2), 30, SEED);
            List<Poison> poisons = poisons(codes.get(0), codes.get(2));
            int portion = traffic.size() / poisons.size();
            try (WatchedAggregator aggregator = WatchedAggregator.start(line, 4, step -> {})) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> line.store()
                                .rows("SELECT count(*) FROM retention")
                                .contains("2"));
                for (int i = 0; i < poisons.size(); i++) {
                    line.sendRaw(poisons.get(i).key, poisons.get(i).value);
                    line.send(traffic.subList(i * portion, (i + 1) * portion));
                }

                await().atMost(Duration.ofSeconds(60)).until(line::hasStoredAll);

                assertThat(aggregator.failedTries()).isZero();
                List<ConsumerRecord<String, byte[]>> letters = deadLetters(line);
                assertThat(letters).hasSameSizeAs(poisons);
                for (int i = 0; i < poisons.size(); i++) {
                    assertThat(letters.get(i).key()).isEqualTo(poisons.get(i).key);
                    assertThat(letters.get(i).value()).isEqualTo(poisons.get(i).value);
                    assertThat(header(letters.get(i), "error")).contains(poisons.get(i).error);
                    assertThat(header(letters.get(i), "service")).isEqualTo("aggregator");
                    assertThat(header(letters.get(i), "topic")).isEqualTo("energy.readings");
                }
                Set<Long> aside = letters.stream()
                        .map(letter -> Long.parseLong(header(letter, "offset")))
                        .collect(Collectors.toCollection(TreeSet::new));
                line.assertExact("beside the poison", record -> !aside.contains(record.offset()));
                line.verdicts().assertNewestAreThoseStored();
            }
        }
    }

    private static List<Poison> poisons(String good, String other) {
        List<Poison> poisons = new ArrayList<>();
        poisons.add(Poison.of(good, "{broken", "Unexpected"));
        poisons.add(new Poison(good, new byte[] {0, -1, 7}, ""));
        poisons.add(new Poison(good, null, "no value"));
        poisons.add(new Poison(null, batch(good, "EL", AT, "register", "1").getBytes(UTF_8), "key"));
        poisons.add(Poison.of(other, batch(good, "EL", AT, "register", "1"), "key"));
        poisons.add(Poison.of(good, batch(good, "EL", AT, "register", "1e30"), "in range"));
        poisons.add(Poison.of(good, batch(good, "EL", AT, "register", "many"), "in range"));
        poisons.add(Poison.of(good, batch(good, "E\\u0000L", AT, "register", "1"), "name"));
        poisons.add(Poison.of(good, batch(good, "E".repeat(9_000), AT, "register", "1"), "name"));
        poisons.add(Poison.of(good, batch(good, "EL", Long.MAX_VALUE, "register", "1"), "time"));
        poisons.add(Poison.of(good, batch(good, "EL", -62_135_596_800_000L, "register", "1"), "time"));
        poisons.add(Poison.of(other, batch(other, "AL", LONG_AGO, "amount", "1"), "older than readings are kept"));
        return poisons;
    }

    private static String batch(String enterprise, String meter, long at, String kind, String value) {
        return """
                {"enterprise":"%s","receivedAt":1,"readings":[{"meter":"%s","at":%d,"%s":"%s"}]}""".formatted(enterprise, meter, at, kind, value);
    }

    private static List<ConsumerRecord<String, byte[]>> deadLetters(RoughLine line) {
        try (TopicReader reader = new TopicReader(line.kafka(), Topics.DEAD_LETTER)) {
            return reader.all();
        }
    }

    private static String header(ConsumerRecord<String, byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }
}
