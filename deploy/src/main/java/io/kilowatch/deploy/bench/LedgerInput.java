package io.kilowatch.deploy.bench;

import io.kilowatch.deploy.service.Parts;
import io.kilowatch.platform.database.Database;
import io.kilowatch.registry.feed.RegistryFeed;
import io.kilowatch.registry.feed.RegistrySnapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What an aggregator is fed with from outside, wherever it runs: registry documents and readings. */
final class LedgerInput implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Parts parts;
    private final Path folder;
    private final RegistryFeed registry;
    private final Courier courier;
    private final Backlog backlog;

    LedgerInput(Parts parts, Database database, Path folder) {
        this.parts = parts;
        this.folder = folder;
        this.registry = new RegistryFeed(parts.kafka(), "bench-registry");
        this.courier = new Courier(parts.kafka(), registry);
        this.backlog = new Backlog(parts.kafka(), database);
        registry.start();
    }

    /** The registry as it is read back from its topic. */
    RegistryFeed registry() {
        return registry;
    }

    /** Registers plants and waits until their documents have come back. */
    void register(BenchPlants plants) throws Exception {
        register(plants, plants.documentsByCode());
    }

    /** The same with documents of another kind, by credit code. */
    void register(BenchPlants plants, Map<String, String> documents) throws Exception {
        Registration.of(documents, folder.resolve("registry-" + plants.series()), parts);
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!knows(plants)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the registry's topic does not hold what was registered");
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private boolean knows(BenchPlants plants) {
        RegistrySnapshot snapshot = registry.snapshot();
        return IntStream.range(0, plants.plants())
                .allMatch(plant -> snapshot.find(plants.code(plant)).isPresent());
    }

    /** Sends a feed and gives the seconds from its first record until all that it comes to is committed. */
    double enter(BenchPlants plants, Feed feed, long receivedAt) throws Exception {
        List<ProducerRecord<String, byte[]>> records = pack(plants, feed, receivedAt);
        long begun = System.nanoTime();
        courier.send(records);
        backlog.awaitEmpty();
        return (System.nanoTime() - begun) / 1e9;
    }

    /** The records of a feed, to be sent one by one. */
    List<ProducerRecord<String, byte[]>> pack(BenchPlants plants, Feed feed, long receivedAt) {
        return courier.pack(plants, feed, receivedAt);
    }

    /** Sends records; all of them are acknowledged when it returns. */
    void send(List<ProducerRecord<String, byte[]>> records) {
        courier.send(records);
    }

    /** Sends a record without waiting. */
    void post(ProducerRecord<String, byte[]> record) {
        courier.post(record);
    }

    @Override
    public void close() {
        backlog.close();
        courier.close();
        registry.close();
    }
}
