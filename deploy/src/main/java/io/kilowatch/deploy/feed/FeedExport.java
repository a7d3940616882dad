package io.kilowatch.deploy.feed;

import io.kilowatch.aggregator.store.FeedStore;
import io.kilowatch.aggregator.store.FeedStore.Span;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.platform.database.Database;
import io.kilowatch.registry.document.EnterpriseDocument;
import io.kilowatch.registry.store.Documents.Revision;
import io.kilowatch.registry.store.RegistryStore;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes the readings of an enterprise that count, as they are stored, into a feed file.
 *
 * <p>Each is written as of the device that the document in force lets read its meter, which is the one that could send it
 * again.
 */
public final class FeedExport {
    private final ExportConfig config;
    private final FeedProgress progress;

    /**
     * An export that has not begun.
     *
     * @param err where progress is told
     * @param terminal whether progress can be drawn over there
     */
    public FeedExport(ExportConfig config, PrintStream err, boolean terminal, InstantSource clock) {
        this.config = config;
        this.progress = new FeedProgress(err, terminal, clock);
    }

    /** Writes the file, and gives the number of readings in it. */
    public long run() throws Exception {
        try (Database database = Database.open(config.database(), "feed-export", 1)) {
            long count = write(database);
            config.file().complete();
            progress.end(count, config.file().path());
            return count;
        }
    }

    private long write(Database database) throws Exception {
        Map<String, String> devices = devices(database);
        return database.inTransaction(connection -> {
            FeedStore store = new FeedStore(connection);
            Map<String, Integer> meters = wanted(store.meters(config.enterprise()), devices);
            try (FeedWriter writer = config.file().begin(config.calendar())) {
                Optional<Span> span = store.span(meters.values()).map(this::within);
                if (span.isPresent()) {
                    store.each(meters.values(), span.get(), reading -> {
                        writer.write(config.enterprise() + '/' + devices.get(reading.meter()), reading);
                        progress.show(writer.count());
                    });
                }
                return writer.count();
            }
        });
    }

    private Span within(Span stored) {
        return new Span(
                Math.max(stored.first(), config.from().orElse(Long.MIN_VALUE)),
                Math.min(stored.end(), config.end().orElse(Long.MAX_VALUE)));
    }

    /** The device of each meter by the document in force; none without a document. */
    private Map<String, String> devices(Database database) throws Exception {
        List<Revision> history = new RegistryStore(database).history(config.enterprise());
        Optional<String> json = history.isEmpty()
                ? Optional.empty()
                : history.get(history.size() - 1).json();
        Map<String, String> devices = new HashMap<>();
        json.map(this::read)
                .ifPresent(enterprise -> enterprise.meters().forEach((id, meter) -> devices.put(id, meter.device())));
        return devices;
    }

    private Enterprise read(String json) {
        EnterpriseDocument.Read read =
                EnterpriseDocument.read(json.getBytes(StandardCharsets.UTF_8), config.calendar());
        if (read instanceof EnterpriseDocument.Read.Valid valid) {
            return valid.enterprise();
        }
        throw new IllegalStateException("the document of " + config.enterprise() + " cannot be read: " + read);
    }

    /** The numbers of the meters to be written, by id; what cannot be written is told. */
    private Map<String, Integer> wanted(Map<String, Integer> stored, Map<String, String> devices) {
        Set<String> wanted = new TreeSet<>(config.meters().isEmpty() ? stored.keySet() : config.meters());
        Map<String, Integer> meters = new HashMap<>();
        for (String meter : wanted) {
            Integer number = stored.get(meter);
            if (number == null && !devices.containsKey(meter)) {
                throw new IllegalArgumentException(config.enterprise() + " has no meter " + meter);
            }
            if (number != null && !devices.containsKey(meter)) {
                progress.tell("跳过 / skipped: " + meter + "，登记文档中没有该表 / is in the registry document no more");
            } else if (number != null) {
                meters.put(meter, number);
            }
        }
        if (stored.isEmpty() && devices.isEmpty()) {
            throw new IllegalArgumentException("there is no enterprise " + config.enterprise());
        }
        return meters;
    }
}
