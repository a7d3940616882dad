package io.kilowatch.ingest.intake;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.ingest.Plant;
import io.kilowatch.ingest.access.Identity;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.kilowatch.ingest.reading.Catalogue;
import io.kilowatch.registry.topics.Channel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The time and memory that a message costs, from its bytes to the record that is put into Kafka. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class IntakeBenchmark {
    private static final Identity DEVICE = new Identity(Plant.CODE, "gw-1");

    /** How many readings the message has. */
    @Param({"1", "50"})
    public int readings = 1;

    private final Catalogue catalogue = new Catalogue(Plant.enterprise("x"), 7);
    private final Channel channel = new Channel("6f0c1a52-7d0e-4c58-9a7a-3b1a5a0c9f11", "mqtt-3.1.1");
    private final Intake intake = new Intake(
            256 * 1024,
            1_000,
            Duration.ofMinutes(10),
            BusinessCalendar.CHINA,
            InstantSource.fixed(Instant.parse("2026-11-22T02:16:00Z")),
            new IngestMetrics(new SimpleMeterRegistry()),
            Tracker.NONE);
    private byte[] payload = {};

    /** Writes the payload. */
    @Setup
    public void write() {
        payload = IntStream.range(0, readings)
                .mapToObj(place -> "{\"meter\":\"" + (place % 2 == 0 ? "EL" : "HV")
                        + "\",\"at\":\"2026-11-22T10:15:00+08:00\",\"register\":\"" + (100_000 + place) + ".25\"}")
                .collect(Collectors.joining(
                        ",", "{\"batch\":\"0000000187\",\"sentAt\":\"2026-11-22T10:15:03+08:00\",\"readings\":[", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Takes it in. */
    @Benchmark
    public Taken take() {
        return intake.take(new Message(DEVICE, catalogue, "kw/v1/" + Plant.USER + "/readings", payload, channel));
    }
}
