package io.kilowatch.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.ingest.Plant;
import io.kilowatch.ingest.access.Identity;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.kilowatch.ingest.reading.Catalogue;
import io.kilowatch.registry.topics.Channel;
import io.kilowatch.registry.topics.ReadingBatchJson;
import io.kilowatch.registry.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hostile payloads, 50,000 for all formats together, or as many as {@code -Dkilowatch.fuzz.inputs} says. */
class IntakeFuzzTest {
    private static final int INPUTS = Integer.getInteger("kilowatch.fuzz.inputs", 50_000);
    private static final long SEED = Long.getLong("kilowatch.fuzz.seed", 20_261_128L);
    private static final int MOST_BYTES = 256 * 1024;
    private static final long STEADY_BYTES = 24L * 1024 * 1024;
    private static final Identity DEVICE = new Identity(Plant.CODE, "gw-1");
    private static final JsonFactory JSON = new JsonFactory();

    private final Catalogue catalogue = new Catalogue(Plant.enterprise("x"), 7);
    private final Intake intake = new Intake(
            MOST_BYTES,
            50,
            Duration.ofMinutes(10),
            BusinessCalendar.CHINA,
            InstantSource.fixed(Instant.parse("2026-11-22T02:16:00Z")),
            new IngestMetrics(new SimpleMeterRegistry()),
            Tracker.NONE);

    @Test
    void everyPayloadIsStoredOrRefusedByNameAndNothingOfItStays() {
        HostilePayloads payloads = new HostilePayloads(SEED, MOST_BYTES);
        int accepted = 0;
        long early = 0;
        for (int input = 0; input < INPUTS; input++) {
            byte[] payload = payloads.next();
            String topic = input % 2 == 0 ? DEVICE.readingsTopic() : DEVICE.nationalTopic();
            Taken taken = taken(input, topic, payload);
            accepted += taken.answer() == Taken.Answer.ACCEPTED ? 1 : 0;
            if (input == INPUTS / 5) {
                early = used();
            }
        }

        assertThat(accepted).isBetween(INPUTS / 100, INPUTS / 2);
        assertThat(used() - early).isLessThan(STEADY_BYTES);
    }

    private Taken taken(int input, String topic, byte[] payload) {
        try {
            Taken taken = intake.take(new Message(
                    DEVICE, catalogue, topic, payload, new Channel("c-1", "mqtt5"), List.of(), input % 3 == 0));
            check(taken);
            return taken;
        } catch (Throwable e) {
            throw new AssertionError(
                    "input " + input + " of seed " + SEED + " on " + topic + ": "
                            + Base64.getEncoder().encodeToString(payload),
                    e);
        }
    }

    private static void check(Taken taken) throws IOException {
        for (Parcel parcel : taken.parcels()) {
            if (parcel.topic().equals(Topics.READINGS.name())) {
                assertThat(ReadingBatchJson.decode(parcel.value()).readings()).isNotEmpty();
            } else {
                assertThat(fields(parcel.value())).contains("code").contains("payload");
            }
        }
        if (taken.answer() != Taken.Answer.ACCEPTED) {
            assertThat(taken.parcels()).extracting(Parcel::topic).contains(Topics.REJECTED.name());
            assertThat(fields(taken.receipt().orElseThrow())).contains("code").contains("messageZh");
        } else if (taken.receipt().isPresent()) {
            assertThat(fields(taken.receipt().get())).contains("serverTime");
        }
    }

    /** The names of all fields of a text that must be JSON to its end. */
    private static String fields(byte[] text) throws IOException {
        StringBuilder names = new StringBuilder();
        try (JsonParser json = JSON.createParser(text)) {
            while (json.nextToken() != null) {
                names.append(json.currentName()).append(' ');
            }
        }
        return names.toString();
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
