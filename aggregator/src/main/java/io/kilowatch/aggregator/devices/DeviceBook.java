package io.kilowatch.aggregator.devices;

import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.health.Health;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.platform.kafka.PollLoop;
import io.kilowatch.registry.topics.Topics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;

/** Keeps the health of devices and the rejected batches, by a loop of its own beside the ledger's. */
public final class DeviceBook implements AutoCloseable {
    /** Polls that failed and are tried again. */
    public static final String FAILED_TRIES = "kilowatch.aggregator.devices.failed.tries";

    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);
    private static final int MOST_AT_ONCE = 500;
    private static final int MOST_BYTES_AT_ONCE = 8 * 1024 * 1024;

    private final DeviceWork work;
    private final PollLoop loop;
    private final DeviceRetention retention;

    /** One that is not started yet; the database remains its owner's. */
    public DeviceBook(
            DevicesConfig config,
            KafkaConfig kafka,
            Database database,
            InstantSource clock,
            MeterRegistry metrics,
            Health health) {
        this.work = new DeviceWork(database, kafka);
        this.loop = new PollLoop(
                "aggregator-devices",
                kafka.consumer(
                        "aggregator-devices",
                        Map.of(
                                "group.id",
                                DeviceWork.GROUP,
                                "max.poll.records",
                                MOST_AT_ONCE,
                                "fetch.max.bytes",
                                MOST_BYTES_AT_ONCE,
                                "partition.assignment.strategy",
                                CooperativeStickyAssignor.class.getName())),
                List.of(Topics.DEVICES.name(), Topics.REJECTED.name()),
                work);
        this.retention = new DeviceRetention(config, database, clock);
        FunctionCounter.builder(FAILED_TRIES, loop, PollLoop::failures).register(metrics);
        health.add("aggregator-devices", () -> loop.isAlive(LONGEST_SILENCE));
    }

    /** Starts reading. */
    public void start() {
        loop.start();
        retention.start();
    }

    @Override
    public void close() {
        loop.close();
        retention.close();
        work.close();
    }
}
