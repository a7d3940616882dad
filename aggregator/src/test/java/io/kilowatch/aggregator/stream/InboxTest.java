package io.kilowatch.aggregator.stream;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.ledger.Mark;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.stream.Inbox.Letter;
import io.kilowatch.domain.Reading;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import io.kilowatch.registry.topics.ReadingBatch;
import io.kilowatch.registry.topics.ReadingBatchJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest {
    private static final String TOPIC = "energy.readings";

    @Test
    void readingsBecomePointsWithTheirPlaceInThePartition() {
        Reading first = new Reading("m1", 1_000, ReadingKind.REGISTER, 5, ReadingSource.MEASURED);
        Reading second = new Reading("m1", 2_000, ReadingKind.AMOUNT, -6, ReadingSource.SUPPLIER);

        Inbox inbox = read(record(0, 41, "a", batch("a", 77, 0, first, second)));

        assertThat(points(inbox, "m1"))
                .containsExactly(
                        new Point(
                                1_000,
                                5,
                                ReadingKind.REGISTER,
                                ReadingSource.MEASURED,
                                77,
                                Point.position(41, 0),
                                8,
                                Mark.GOOD),
                        new Point(
                                2_000,
                                -6,
                                ReadingKind.AMOUNT,
                                ReadingSource.SUPPLIER,
                                77,
                                Point.position(41, 1),
                                8,
                                Mark.GOOD));
    }

    @Test
    void lettersKeepTheirOrderAndTheirOffsets() {
        ReadingBatch first = new ReadingBatch("a", "d", "", 1, OptionalLong.empty(), 0, List.of(reading("m1")));
        ReadingBatch second = new ReadingBatch("a", "e", "", 2, OptionalLong.empty(), 0, List.of(reading("m1")));

        Inbox inbox = read(
                record(0, 4, "a", ReadingBatchJson.encode(first)), record(0, 7, "a", ReadingBatchJson.encode(second)));

        assertThat(mail(inbox).letters()).containsExactly(new Letter(first, 4), new Letter(second, 7));
    }

    @Test
    void readingsBearTheNumbersOfTheDevicesThatSentThem() {
        Inbox inbox = read(
                record(0, 1, "a", from("gateway", reading("m1"), reading("m2"))),
                record(0, 2, "a", from("spare", reading("m1"))),
                record(0, 3, "a", from("gateway", reading("m1"))));

        assertThat(mail(inbox).devices()).containsExactly("gateway", "spare");
        assertThat(mail(inbox).points(Map.of("gateway", 5, "spare", 6)).get("m1"))
                .extracting(Point::sender)
                .containsExactly(5, 6, 5);
    }

    @Test
    void readingsAreSortedOutByEnterpriseAndMeter() {
        Inbox inbox = read(
                record(0, 1, "a", batch("a", 1, 0, reading("m1"), reading("m2"))),
                record(0, 2, "b", batch("b", 1, 0, reading("m1"))),
                record(0, 3, "a", batch("a", 1, 0, reading("m1"))));

        assertThat(inbox.mail()).containsOnlyKeys("a", "b");
        assertThat(points(inbox, "m1")).hasSize(2);
        assertThat(points(inbox, "m2")).hasSize(1);
        assertThat(inbox.mailOf("a")).extracting(ConsumerRecord::offset).containsExactly(1L, 3L);
        assertThat(inbox.mailOf("nobody")).isEmpty();
    }

    @Test
    void eachPartitionGoesOnAfterItsLastRecord() {
        Inbox inbox = read(
                record(0, 7, "a", batch("a", 1, 0)),
                record(0, 9, "a", batch("a", 1, 0)),
                record(3, 100, "b", bytes("rubbish")));

        assertThat(inbox.next())
                .containsOnly(
                        Map.entry(new TopicPartition(TOPIC, 0), 10L), Map.entry(new TopicPartition(TOPIC, 3), 101L));
    }

    @Test
    void theNewestRegistryDocumentIsKnownByPartition() {
        Inbox inbox = read(
                record(0, 1, "a", batch("a", 1, 12)),
                record(0, 2, "a", batch("a", 1, 9)),
                record(1, 1, "b", batch("b", 1, 4)));

        assertThat(inbox.registryOffsets()).containsOnly(Map.entry(0, 12L), Map.entry(1, 4L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rubbish",
                "[]",
                "{\"readings\":[]}",
                "{\"enterprise\":\"b\",\"readings\":[]}",
                "{\"enterprise\":\"a\",\"readings\":5}",
                "{\"enterprise\":\"a\",\"readings\":[{\"at\":1,\"register\":\"1\"}]}",
                "{\"enterprise\":\"a\",\"readings\":[{\"meter\":\"m\",\"at\":1}]}",
                "{\"enterprise\":\"a\",\"readings\":[{\"meter\":\"m\",\"at\":1,\"register\":\"one\"}]}",
                "{\"enterprise\":\"a\",\"readings\":[{\"meter\":\"m\",\"at\":1,\"register\":\"1e30\"}]}",
                "{\"enterprise\":\"a\",\"receivedAt\":\"today\",\"readings\":[]}",
                "{\"enterprise\":\"a\",\"readings\":[{\"meter\":\"m\""
            })
    void aRecordThatIsNoBatchIsPutAsideAndTheOthersAreRead(String poison) {
        ConsumerRecord<String, byte[]> bad = record(0, 1, "a", bytes(poison));

        Inbox inbox = read(bad, record(0, 2, "a", batch("a", 1, 0, reading("m1"))));

        assertThat(inbox.unreadable()).extracting(Inbox.Unreadable::record).containsExactly(bad);
        assertThat(points(inbox, "m1")).hasSize(1);
    }

    @Test
    void aRecordWithoutKeyOrValueIsPutAside() {
        Inbox inbox = read(record(0, 1, "a", null), record(0, 2, null, batch("a", 1, 0, reading("m1"))));

        assertThat(inbox.unreadable()).hasSize(2);
        assertThat(inbox.mail()).isEmpty();
    }

    @Test
    void aRecordHoldsAsManyReadingsAsHavePlaces() {
        Reading[] most =
                Collections.nCopies(Point.MOST_PER_RECORD, reading("m1")).toArray(Reading[]::new);
        Reading[] oneMore =
                Collections.nCopies(Point.MOST_PER_RECORD + 1, reading("m1")).toArray(Reading[]::new);

        assertThat(read(record(0, 1, "a", batch("a", 1, 0, most))).unreadable()).isEmpty();
        assertThat(read(record(0, 1, "a", batch("a", 1, 0, oneMore))).unreadable())
                .hasSize(1);
    }

    private static List<Point> points(Inbox inbox, String meter) {
        return Optional.ofNullable(inbox.mail().get("a"))
                .map(mail -> mail.points(Map.of("d", 8)).get(meter))
                .orElse(List.of());
    }

    private static Inbox.Mail mail(Inbox inbox) {
        return requireNonNull(inbox.mail().get("a"));
    }

    private static byte[] from(String device, Reading... readings) {
        return ReadingBatchJson.encode(
                new ReadingBatch("a", device, "", 1, OptionalLong.empty(), 0, List.of(readings)));
    }

    private static Reading reading(String meter) {
        return new Reading(meter, 1_000, ReadingKind.REGISTER, 5, ReadingSource.MEASURED);
    }

    private static byte[] batch(String enterprise, long receivedAt, long registry, Reading... readings) {
        return ReadingBatchJson.encode(
                new ReadingBatch(enterprise, "d", "", receivedAt, OptionalLong.empty(), registry, List.of(readings)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ConsumerRecord<String, byte[]> record(
            int partition, long offset, @Nullable String key, byte @Nullable [] value) {
        return new ConsumerRecord<>(TOPIC, partition, offset, key, value);
    }

    @SafeVarargs
    private static Inbox read(ConsumerRecord<String, byte[]>... records) {
        return Inbox.read(new ConsumerRecords<>(
                Arrays.stream(records)
                        .collect(Collectors.groupingBy(record -> new TopicPartition(TOPIC, record.partition()))),
                Map.of()));
    }
}
