package io.kilowatch.ingest.redrive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Reading;
import io.kilowatch.ingest.Plant;
import io.kilowatch.ingest.access.Catalogues;
import io.kilowatch.ingest.access.Identity;
import io.kilowatch.ingest.intake.Intake;
import io.kilowatch.ingest.intake.Message;
import io.kilowatch.ingest.intake.Parcel;
import io.kilowatch.ingest.intake.Taken;
import io.kilowatch.ingest.intake.Tracker;
import io.kilowatch.ingest.intake.UserProperty;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.kilowatch.registry.feed.RegistrySnapshot;
import io.kilowatch.registry.topics.Channel;
import io.kilowatch.registry.topics.DeviceEvent.Redriven;
import io.kilowatch.registry.topics.DeviceEventJson;
import io.kilowatch.registry.topics.ReadingBatch;
import io.kilowatch.registry.topics.ReadingBatchJson;
import io.kilowatch.registry.topics.RedriveRequest;
import io.kilowatch.registry.topics.RedriveRequestJson;
import io.kilowatch.registry.topics.RejectedBatch;
import io.kilowatch.registry.topics.RejectedBatchJson;
import io.kilowatch.registry.topics.RejectedId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RedriveTest {
    private static final Instant THEN = Instant.parse("2026-11-22T02:16:00Z");
    private static final Instant NOW = Instant.parse("2026-11-23T02:16:00Z");
    private static final Identity OTHER = new Identity(Plant.CODE, "gw-2");
    private static final Identity DEVICE = new Identity(Plant.CODE, "gw-1");

    private final Catalogues catalogues = new Catalogues(Plant.registered());
    private final Redrive redrive = new Redrive(catalogues, intake(NOW), InstantSource.fixed(NOW));

    private static Intake intake(Instant now) {
        return new Intake(
                100_000,
                100,
                Duration.ofMinutes(10),
                BusinessCalendar.CHINA,
                InstantSource.fixed(now),
                new IngestMetrics(new SimpleMeterRegistry()),
                Tracker.NONE);
    }

    @Test
    void takesInOnlyWhatWasRefusedWithItsOwnTimes() throws IOException {
        // The second one came too early by its own clock; a day later it is in the past.
        RejectedBatch rejected =
                rejected(DEVICE, reading("EL", "2026-11-22T02:15:00Z"), reading("EL", "2026-11-22T12:00:00Z"));

        List<Parcel> parcels = redrive.parcels(request(rejected));

        assertThat(parcels).extracting(Parcel::topic).containsExactly("energy.readings", "energy.devices");
        ReadingBatch batch = ReadingBatchJson.decode(parcels.get(0).value());
        assertThat(batch.readings())
                .extracting(Reading::at)
                .containsExactly(Instant.parse("2026-11-22T12:00:00Z").toEpochMilli());
        assertThat(batch.receivedAt()).isEqualTo(THEN.toEpochMilli());
        assertThat(batch.sentAt())
                .hasValue(Instant.parse("2026-11-22T02:15:58Z").toEpochMilli());
        assertThat(batch.channel()).isEqualTo(new Channel("c-1", "redrive"));
        assertThat(batch.device()).isEqualTo("gw-1");
        Redriven outcome = (Redriven) DeviceEventJson.decode(parcels.get(1).value());
        assertThat(outcome.accepted()).isEqualTo(1);
        assertThat(outcome.refused()).isEmpty();
        assertThat(outcome.by()).isEqualTo("li.na");
        assertThat(outcome.at()).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void carriesTheUserPropertiesOfTheMessageAlong() throws IOException {
        List<UserProperty> properties = List.of(
                new UserProperty("firmware", "2.1"), new UserProperty("line", "3"), new UserProperty("line", "4"));
        RejectedBatch rejected = rejected(DEVICE, properties, reading("EL", "2026-11-22T12:00:00Z"));

        Parcel readings = redrive.parcels(request(rejected)).get(0);

        assertThat(readings.topic()).isEqualTo("energy.readings");
        assertThat(readings.headers()).isEqualTo(properties);
    }

    @Test
    void givesTheSameRecordsForTheSameRequestAgain() throws IOException {
        RedriveRequest request = request(rejected(DEVICE, reading("EL", "2026-11-22T12:00:00Z")));

        assertThat(redrive.parcels(request).get(0).value())
                .isEqualTo(redrive.parcels(request).get(0).value());
    }

    @Test
    void tellsWhatIsRefusedAgainAndRejectsNothingASecondTime() throws IOException {
        RejectedBatch rejected = rejected(DEVICE, reading("NONE", "2026-11-22T02:15:00Z"));

        List<Parcel> parcels = redrive.parcels(request(rejected));

        assertThat(parcels).extracting(Parcel::topic).containsExactly("energy.devices");
        Redriven outcome = (Redriven) DeviceEventJson.decode(parcels.get(0).value());
        assertThat(outcome.accepted()).isZero();
        assertThat(outcome.refused()).extracting(RejectedBatch.Refused::code).containsExactly("unknown-meter");
        assertThat(outcome.refused().get(0).message().zh()).contains("未登记");
    }

    @Test
    void takesInAllOfAMessageThatWasRefusedAsAWhole() throws IOException {
        RejectedBatch rejected = rejected(DEVICE, "{\"readings\":[" + reading("EL", "2026-11-22T02:15:00Z") + "]}}");
        assertThat(rejected.refused()).extracting(RejectedBatch.Refused::code).containsExactly("malformed");

        Redriven outcome = (Redriven)
                DeviceEventJson.decode(redrive.parcels(request(rejected)).get(0).value());

        assertThat(outcome.refused()).extracting(RejectedBatch.Refused::code).containsExactly("malformed");
    }

    @Test
    void takesInWhatLayBeyondTheMostThatABatchMayHave() throws IOException {
        String many = (reading("EL", "2026-11-22T02:15:00Z") + ",").repeat(120);
        RejectedBatch rejected = rejected(DEVICE, many.substring(0, many.length() - 1));
        Redrive roomier = new Redrive(
                catalogues,
                new Intake(
                        100_000,
                        1_000,
                        Duration.ofMinutes(10),
                        BusinessCalendar.CHINA,
                        InstantSource.fixed(NOW),
                        new IngestMetrics(new SimpleMeterRegistry()),
                        Tracker.NONE),
                InstantSource.fixed(NOW));

        List<Parcel> parcels = roomier.parcels(request(rejected));

        assertThat(ReadingBatchJson.decode(parcels.get(0).value()).readings()).hasSize(20);
    }

    @Test
    void answersForAnEnterpriseThatIsGone() throws IOException {
        Redrive late = new Redrive(new Catalogues(() -> RegistrySnapshot.EMPTY), intake(NOW), InstantSource.fixed(NOW));

        List<Parcel> parcels = late.parcels(request(rejected(DEVICE, reading("NONE", "2026-11-22T02:15:00Z"))));

        Redriven outcome = (Redriven) DeviceEventJson.decode(parcels.get(0).value());
        assertThat(outcome.refused().get(0).index()).isEqualTo(RejectedBatch.WHOLE);
    }

    @Test
    void holdsTheDeviceToItsOwnMetersStill() throws IOException {
        RejectedBatch rejected = rejected(OTHER, reading("EL", "2026-11-22T02:15:00Z"));

        Redriven outcome = (Redriven)
                DeviceEventJson.decode(redrive.parcels(request(rejected)).get(0).value());

        assertThat(outcome.refused()).extracting(RejectedBatch.Refused::code).containsExactly("not-your-meter");
    }

    /** What the gateway rejected then. */
    private RejectedBatch rejected(Identity device, String... readings) throws IOException {
        return rejected(device, List.of(), readings);
    }

    private RejectedBatch rejected(Identity device, List<UserProperty> properties, String... readings)
            throws IOException {
        String payload = readings[0].startsWith("{\"readings")
                ? readings[0]
                : "{\"batch\":\"b-1\",\"sentAt\":\"2026-11-22T02:15:58Z\",\"readings\":[" + String.join(",", readings)
                        + "]}";
        Taken taken = intake(THEN)
                .take(new Message(
                        device,
                        catalogues.find(Plant.CODE).orElseThrow(),
                        device.readingsTopic(),
                        payload.getBytes(UTF_8),
                        new Channel("c-1", "mqtt-5"),
                        properties,
                        false));
        Parcel parcel = taken.parcels().get(taken.parcels().size() - 1);
        assertThat(parcel.topic()).isEqualTo("energy.rejected");
        return RejectedBatchJson.decode(parcel.value());
    }

    private static RedriveRequest request(RejectedBatch batch) throws IOException {
        RedriveRequest request =
                new RedriveRequest(new UUID(1, 2), new RejectedId(3, 1_204), batch, "li.na", THEN.toEpochMilli());
        return RedriveRequestJson.decode(RedriveRequestJson.encode(request));
    }

    private static String reading(String meter, String at) {
        return "{\"meter\":\"" + meter + "\",\"at\":\"" + at + "\",\"register\":\"1.5\"}";
    }
}
