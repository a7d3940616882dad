package io.kilowatch.aggregator;

import io.kilowatch.aggregator.devices.DeviceBook;
import io.kilowatch.aggregator.retention.Retention;
import io.kilowatch.aggregator.stream.LedgerMetrics;
import io.kilowatch.aggregator.stream.LedgerStep;
import io.kilowatch.aggregator.stream.LedgerWork;
import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.health.Health;
import io.kilowatch.platform.kafka.PollLoop;
import io.kilowatch.registry.feed.RegistryFeed;
import io.kilowatch.registry.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** The aggregator: takes readings from Kafka, keeps the ledger, and publishes verdicts. */
public final class Aggregator implements AutoCloseable {
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

    private final LedgerWork work;
    private final PollLoop loop;
    private final Retention retention;
    private final DeviceBook devices;
    private final KafkaClientMetrics consumerMetrics;

    /** An aggregator that is not started yet; database and registry feed remain their owner's. */
    public Aggregator(
            AggregatorConfig config,
            Database database,
            RegistryFeed registry,
            InstantSource clock,
            MeterRegistry metrics,
            Health health) {
        this(config, database, registry, clock, metrics, health, step -> {});
    }

    /** An aggregator whose steps are told to a listener, on the polling thread; what it throws fails the poll. */
    public Aggregator(
            AggregatorConfig config,
            Database database,
            RegistryFeed registry,
            InstantSource clock,
            MeterRegistry metrics,
            Health health,
            Consumer<LedgerStep> listener) {
        KafkaConsumer<String, byte[]> consumer = config.kafka()
                .consumer(
                        "aggregator",
                        Map.of(
                                "group.id",
                                LedgerWork.GROUP,
                                "max.poll.records",
                                config.pollRecords(),
                                "session.timeout.ms",
                                10_000,
                                "heartbeat.interval.ms",
                                3_000,
                                "partition.assignment.strategy",
                                CooperativeStickyAssignor.class.getName()));
        this.consumerMetrics = new KafkaClientMetrics(consumer);
        consumerMetrics.bindTo(metrics);
        LedgerMetrics counted = new LedgerMetrics(metrics);
        this.work = new LedgerWork(config, database, registry, clock, counted, listener);
        this.retention = new Retention(config.retention(), config.calendar(), database, clock);
        this.devices = new DeviceBook(config.devices(), config.kafka(), database, clock, metrics, health);
        this.loop = new PollLoop("aggregator", consumer, List.of(Topics.READINGS.name()), work);
        counted.failedTries(loop);
        health.add("aggregator-database", database::answers);
        health.add("aggregator-registry", registry::isCurrent);
        health.add("aggregator-readings", () -> loop.isAlive(LONGEST_SILENCE));
    }

    /** Starts taking readings. */
    public void start() {
        retention.start();
        loop.start();
        devices.start();
    }

    @Override
    public void close() {
        loop.close();
        devices.close();
        retention.close();
        consumerMetrics.close();
        work.close();
    }
}
