package io.kilowatch.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.ingest.Plant;
import io.kilowatch.ingest.access.Identity;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.kilowatch.ingest.reading.Catalogue;
import io.kilowatch.registry.topics.Channel;
import io.kilowatch.registry.topics.ReadingBatch;
import io.kilowatch.registry.topics.ReadingBatchJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:16:00Z");
    private static final Identity DEVICE = new Identity(Plant.CODE, "gw-1");
    private static final String GOOD = "{\"meter\":\"EL\",\"at\":\"2026-11-22T10:15:00+08:00\",\"register\":\"1.5\"}";
    private static final String BAD = "{\"meter\":\"NONE\",\"at\":\"2026-11-22T10:15:00+08:00\",\"register\":\"1.5\"}";

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Intake intake = new Intake(
            100_000,
            100,
            Duration.ofMinutes(10),
            BusinessCalendar.CHINA,
            InstantSource.fixed(NOW),
            new IngestMetrics(metrics),
            Tracker.NONE);

    @Test
    void makesOneRecordOfAnAcceptedBatch() throws IOException {
        Taken taken = take(DEVICE.readingsTopic(), "{\"batch\":\"b-1\",\"readings\":[" + GOOD + "]}");

        assertThat(taken.answer()).isEqualTo(Taken.Answer.ACCEPTED);
        assertThat(taken.receipt()).isEmpty();
        assertThat(taken.parcels()).hasSize(1);
        Parcel parcel = taken.parcels().get(0);
        assertThat(parcel.topic()).isEqualTo("energy.readings");
        assertThat(parcel.key()).isEqualTo(Plant.CODE);
        ReadingBatch batch = ReadingBatchJson.decode(parcel.value());
        assertThat(batch.enterprise()).isEqualTo(Plant.CODE);
        assertThat(batch.device()).isEqualTo("gw-1");
        assertThat(batch.batch()).isEqualTo("b-1");
        assertThat(batch.receivedAt()).isEqualTo(NOW.toEpochMilli());
        assertThat(batch.registryOffset()).isEqualTo(7);
        assertThat(batch.readings()).hasSize(1);
    }

    @Test
    void keepsTheRawPayloadAndTellsTheDeviceWhatWasRefused() {
        String payload = "{\"batch\":\"b-2\",\"readings\":[" + GOOD + "," + BAD + "]}";

        Taken taken = take(DEVICE.readingsTopic(), payload);

        assertThat(taken.answer()).isEqualTo(Taken.Answer.ACCEPTED);
        assertThat(taken.parcels()).extracting(Parcel::topic).containsExactly("energy.readings", "energy.rejected");
        Parcel rejected = taken.parcels().get(1);
        assertThat(rejected.key()).isEqualTo(DEVICE.user());
        assertThat(new String(rejected.value(), UTF_8))
                .contains("\"index\":1,\"meter\":\"NONE\",\"code\":\"unknown-meter\"")
                .contains("\"topic\":\"" + DEVICE.readingsTopic() + '"')
                .contains("\"payload\":\"" + Base64.getEncoder().encodeToString(payload.getBytes(UTF_8)) + '"');
        assertThat(new String(taken.receipt().orElseThrow(), UTF_8))
                .isEqualTo("{\"batch\":\"b-2\",\"accepted\":1,\"refusedCount\":1,\"refused\":[{\"index\":1,"
                        + "\"meter\":\"NONE\",\"code\":\"unknown-meter\","
                        + "\"message\":\"no meter NONE is registered for this enterprise\","
                        + "\"messageZh\":\"本单位未登记计量器具 NONE\"}],\"serverTime\":\"2026-11-22T02:16:00Z\"}");
    }

    @Test
    void answersEachOutcomeInItsOwnWay() {
        assertThat(take(DEVICE.readingsTopic(), "{\"readings\":[" + BAD + "]}").answer())
                .isEqualTo(Taken.Answer.NOTHING_ACCEPTED);
        assertThat(take(DEVICE.readingsTopic(), "nonsense").answer()).isEqualTo(Taken.Answer.MALFORMED);
        assertThat(take(DEVICE.readingsTopic(), " ".repeat(100_001)).answer()).isEqualTo(Taken.Answer.TOO_LARGE);
        assertThat(take("kw/v1/" + Plant.CODE + "/gw-2/readings", "{\"readings\":[" + GOOD + "]}")
                        .answer())
                .isEqualTo(Taken.Answer.NOT_YOUR_TOPIC);
    }

    @Test
    void needsNoRecordForAnEmptyBatch() {
        Taken taken = take(DEVICE.readingsTopic(), "{\"readings\":[]}");

        assertThat(taken.parcels()).isEmpty();
        assertThat(taken.answer()).isEqualTo(Taken.Answer.ACCEPTED);
    }

    @Test
    void countsWhatItAcceptsAndRefuses() {
        take(DEVICE.readingsTopic(), "{\"readings\":[" + GOOD + "," + BAD + "," + GOOD + "]}");

        assertThat(metrics.counter(IngestMetrics.ACCEPTED).count()).isEqualTo(2);
        assertThat(metrics.counter(IngestMetrics.REFUSED, "reason", "unknown-meter")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void keepsEveryRecordBelowKafkasUsualLimit() {
        String many = ("{\"meter\":\"" + "量".repeat(300) + "\"},").repeat(100);

        Taken taken = take(DEVICE.readingsTopic(), "{\"readings\":[" + many + "0]}");

        assertThat(taken.parcels())
                .allSatisfy(parcel -> assertThat(parcel.value().length).isLessThan(1_000_000));
    }

    private Taken take(String topic, String payload) {
        return intake.take(new Message(
                DEVICE,
                new Catalogue(Plant.enterprise("x"), 7),
                topic,
                payload.getBytes(UTF_8),
                new Channel("c-1", "mqtt-5")));
    }
}
