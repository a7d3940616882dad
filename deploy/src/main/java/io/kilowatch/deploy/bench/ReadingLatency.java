package io.kilowatch.deploy.bench;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.kilowatch.domain.PeriodKind;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The time from a reading's record in Kafka to the verdict on the year's comprehensive energy in Kafka.
 *
 * <p>That verdict changes with every reading of energy, and all the other verdicts of the enterprise are computed and
 * committed with it.
 */
final class ReadingLatency {
    private static final long LONGEST_SECONDS = 600;
    private static final double SECONDS_PER_QUARTER = 900;

    private final LedgerInput input;
    private final BenchPlants plants;
    private final VerdictWatch watch;
    private final PrintStream out;

    ReadingLatency(LedgerInput input, BenchPlants plants, VerdictWatch watch, PrintStream out) {
        this.input = input;
        this.plants = plants;
        this.watch = watch;
        this.out = out;
    }

    /** Measures one after another, then an even flow, then everybody at once; each meter has two readings already. */
    List<Measurement> measure(int firstQuarter, AccountingSizes sizes) throws Exception {
        int[] next = new int[plants.allMeters()];
        Arrays.fill(next, firstQuarter + 2);
        List<Measurement> all = new ArrayList<>();
        int warmUp = Math.max(1, sizes.singles() / 5);
        SingleFeed singles = SingleFeed.draw(plants, next, warmUp + sizes.singles(), 1);
        say("one after another: %,d readings after %,d to warm up", sizes.singles(), warmUp);
        oneByOne(singles.part(0, warmUp));
        all.addAll(oneByOne(singles.part(warmUp, sizes.singles()))
                .measurements("accounting.single", AccountingBench.ALLOWED));
        double perSecond = plants.allMeters() / SECONDS_PER_QUARTER;
        int flowing = (int) Math.max(1, sizes.flowSeconds() * perSecond);
        say("in a flow: %,d readings, %.1f in a second", flowing, perSecond);
        all.addAll(flow(SingleFeed.draw(plants, next, flowing, 2), perSecond)
                .measurements("accounting.flow", AccountingBench.ALLOWED));
        int latest = Arrays.stream(next).max().orElseThrow();
        say("everybody at once: %,d readings", plants.allMeters());
        all.add(atOnce(new OrderedFeed(plants, latest, 1, 1)));
        return all;
    }

    private Latencies oneByOne(Feed feed) throws Exception {
        List<ProducerRecord<String, byte[]>> records = pack(feed);
        List<Long> nanos = new ArrayList<>();
        for (ProducerRecord<String, byte[]> record : records) {
            CompletableFuture<Long> arrival = watch.next(key(record.key()));
            long begun = System.nanoTime();
            input.send(List.of(record));
            nanos.add(arrival.get(LONGEST_SECONDS, SECONDS) - begun);
        }
        return new Latencies(nanos);
    }

    /** Sends on time, whatever has or has not come back, and counts from when each was to be sent. */
    private Latencies flow(Feed feed, double perSecond) throws Exception {
        List<ProducerRecord<String, byte[]>> records = pack(feed);
        List<CompletableFuture<Long>> latencies = new ArrayList<>();
        long begun = System.nanoTime();
        for (ProducerRecord<String, byte[]> record : records) {
            long due = begun + (long) (latencies.size() * 1e9 / perSecond);
            LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
            latencies.add(watch.next(key(record.key())).thenApply(arrival -> arrival - due));
            input.post(record);
        }
        List<Long> nanos = new ArrayList<>();
        for (CompletableFuture<Long> latency : latencies) {
            nanos.add(latency.get(LONGEST_SECONDS, SECONDS));
        }
        return new Latencies(nanos);
    }

    /** A reading of every meter, in a batch for each enterprise: until the last enterprise's verdict is there. */
    private Measurement atOnce(Feed feed) throws Exception {
        List<ProducerRecord<String, byte[]>> records = pack(feed);
        List<CompletableFuture<Long>> arrivals =
                records.stream().map(record -> watch.next(key(record.key()))).toList();
        long begun = System.nanoTime();
        input.send(records);
        List<Long> nanos = new ArrayList<>();
        for (CompletableFuture<Long> arrival : arrivals) {
            nanos.add(arrival.get(LONGEST_SECONDS, SECONDS) - begun);
        }
        return new Measurement(
                "accounting.at-once", new Latencies(nanos).milliseconds(1), "ms", SECONDS_PER_QUARTER * 1_000);
    }

    private List<ProducerRecord<String, byte[]>> pack(Feed feed) {
        return input.pack(plants, feed, AccountingBench.receivedAt());
    }

    private static String key(String enterprise) {
        return enterprise + "|comprehensive-energy|" + PeriodKind.YEAR.containing(AccountingDocuments.dayOfYear(0));
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}
