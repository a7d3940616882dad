package io.kilowatch.deploy.bench;

import io.kilowatch.deploy.service.Parts;
import io.kilowatch.platform.database.Database;
import io.kilowatch.registry.document.EnterpriseDocument;
import io.kilowatch.registry.topics.Topics;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The time from a changed document in Kafka to the last verdict of a year that is computed again, in Kafka. */
final class YearBench {
    private static final long LONGEST_NANOS = 600_000_000_000L;
    private static final long PAUSE = 5;

    private final Parts parts;
    private final Database database;
    private final LedgerInput input;
    private final BenchPlants plant;
    private final VerdictWatch watch;
    private final PrintStream out;

    YearBench(
            Parts parts, Database database, LedgerInput input, BenchPlants plant, VerdictWatch watch, PrintStream out) {
        this.parts = parts;
        this.database = database;
        this.input = input;
        this.plant = plant;
        this.watch = watch;
        this.out = out;
    }

    /** Enters the year, then changes an input, one meter's multiplier and all meters'. */
    List<Measurement> measure(AccountingSizes sizes) throws Exception {
        int step = sizes.yearStep() * Registers.QUARTERS_PER_DAY / 24;
        int times = sizes.yearDays() * Registers.QUARTERS_PER_DAY / step + 1;
        OrderedFeed year = new OrderedFeed(plant, 0, step, times);
        say("one enterprise of %d meters: %,d readings of %d days", plant.meters(), year.readings(), sizes.yearDays());
        input.register(plant, AccountingDocuments.of(plant).texts());
        say("  entered in %.1f s", input.enter(plant, year, AccountingBench.receivedAt()));
        List<Measurement> all = new ArrayList<>();
        try (KafkaProducer<String, byte[]> producer = parts.kafka().producer("bench-registry", Map.of())) {
            change(producer, new AccountingDocuments(plant, "97", 1, 0));
            all.add(note("accounting.year.input", change(producer, new AccountingDocuments(plant, "98", 1, 0))));
            all.add(note("accounting.year.meter", change(producer, new AccountingDocuments(plant, "98", 2, 1))));
            int every = plant.meters();
            all.add(note("accounting.year.meters", change(producer, new AccountingDocuments(plant, "98", 3, every))));
        }
        return all;
    }

    private double change(KafkaProducer<String, byte[]> producer, AccountingDocuments documents) throws Exception {
        String code = plant.code(0);
        String yaml = documents.texts().get(code);
        if (yaml == null
                || !(EnterpriseDocument.read(yaml.getBytes(StandardCharsets.UTF_8))
                        instanceof EnterpriseDocument.Read.Valid valid)) {
            throw new IllegalStateException("the changed document is faulty");
        }
        byte[] json = valid.json();
        long before = watch.seen();
        long begun = System.nanoTime();
        long offset = producer.send(new ProducerRecord<>(Topics.REGISTRY.name(), code, json))
                .get()
                .offset();
        awaitComputedWith(code, offset);
        awaitQuiet();
        say("  %,d verdicts after %.2f s", watch.seen() - before, (watch.latest() - begun) / 1e9);
        return (watch.latest() - begun) / 1e6;
    }

    private void awaitComputedWith(String code, long offset) throws Exception {
        long deadline = System.nanoTime() + LONGEST_NANOS;
        while (computedWith(code) < offset) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the year was not computed again in ten minutes");
            }
            Thread.sleep(PAUSE);
        }
    }

    private long computedWith(String code) throws Exception {
        return database.inTransaction(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT registry_offset FROM enterprise_ledger WHERE enterprise = ?")) {
                select.setString(1, code);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? rows.getLong(1) : -1;
                }
            }
        });
    }

    /** Every verdict was acknowledged before the commit; the last of them only have to be read. */
    private void awaitQuiet() throws InterruptedException {
        long seen = -1;
        while (seen != watch.seen()) {
            seen = watch.seen();
            Thread.sleep(500);
        }
    }

    private static Measurement note(String name, double milliseconds) {
        return new Measurement(name, milliseconds, "ms", AccountingBench.YEAR_ALLOWED);
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}
