package io.kilowatch.simulators.replay;

import io.kilowatch.simulators.device.DeviceAddress;
import io.kilowatch.simulators.device.DeviceConnection;
import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.device.RefusalLog;
import io.kilowatch.simulators.device.Throughput;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The replay of one recorded feed, from where the last run of it stopped. */
public final class Replay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
    private static final long EVERY_MILLIS = 200;

    private final ReplayConfig config;
    private final PrintStream out;
    private final boolean terminal;
    private final InstantSource clock;
    private final ReplaySequence sequence;
    private final ReplayProgress progress;
    private final BadRows badRows;
    private final RefusalLog refusals;
    private volatile boolean unsaved;
    private final CountDownLatch stop = new CountDownLatch(1);

    /**
     * A replay that has not started.
     *
     * @param out where progress and bad rows are shown, usually standard error
     * @param terminal whether that is a terminal
     * @param clock real time
     * @throws io.kilowatch.platform.config.InvalidSettings if the mapping has faults
     */
    public Replay(ReplayConfig config, PrintStream out, boolean terminal, InstantSource clock) {
        this.config = config;
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        FeedMapping mapping = MappingReader.read(config.mapping(), mappingText(config.mapping()));
        this.sequence = new ReplaySequence(new CsvFeed(config.feed(), mapping), config.shuffle(), config.repeat());
        this.progress = ReplayProgress.of(config.feed(), plan(config));
        this.badRows = new BadRows(out);
        this.refusals = new RefusalLog(clock);
    }

    /**
     * Sends everything that is not acknowledged yet, and returns when it is or when closed.
     *
     * @throws io.kilowatch.platform.config.InvalidSettings if the feed lacks a column that the mapping names
     */
    public ReplayReport run() throws InterruptedException {
        long total = sequence.count(badRows);
        long before = config.restart() ? 0 : Math.min(total, progress.read());
        Instant begun = clock.instant();
        Throughput throughput = new Throughput(clock);
        DeviceAddress address = config.address();
        ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor(Replay::thread);
        try (DeviceConnection connection = new DeviceConnection(address, config.window(), loop, refusals.of(address))) {
            Sender sender =
                    new Sender(connection, config.batch(), config.window(), before, clock, throughput, this::stopped);
            ProgressLine line = new ProgressLine(out, terminal, clock, total);
            Runnable show = () -> {
                line.show(sender.answered(), throughput.perSecond());
                savedFor(sender);
            };
            connection.open();
            Future<?> shown = loop.scheduleWithFixedDelay(show, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
            send(sender, before);
            shown.cancel(false);
            long answered =
                    CompletableFuture.supplyAsync(() -> savedFor(sender), loop).join();
            ReplayReport report = new ReplayReport(
                    total,
                    before,
                    answered - before,
                    sender.refused() + refusals.refused(),
                    badRows.count(),
                    Duration.between(begun, clock.instant()));
            line.end(report.sentence());
            return report;
        } finally {
            loop.shutdown();
            loop.awaitTermination(5, TimeUnit.SECONDS);
        }
    }

    /** Makes {@link #run} return soon, its progress kept; may be called from a shutdown hook. */
    @Override
    public void close() {
        stop.countDown();
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }

    private void send(Sender sender, long skip) throws InterruptedException {
        try (Stream<DeviceReading> readings = sequence.readings().skip(skip)) {
            Pace pace = new Pace(config.speed(), clock, stop);
            Iterator<DeviceReading> all = readings.iterator();
            while (all.hasNext() && !stopped()) {
                DeviceReading reading = all.next();
                if (pace.early(reading.at()) && !(sender.flush() && pace.waitFor(reading.at()))) {
                    return;
                }
                if (!sender.add(reading)) {
                    return;
                }
            }
            if (sender.flush()) {
                sender.drain();
            }
        }
    }

    /** The end of what is answered, kept; on the loop like all keeping, so that nothing older overwrites it. */
    private long savedFor(Sender sender) {
        long answered = sender.answered();
        save(answered);
        return answered;
    }

    private void save(long answered) {
        try {
            if (!unsaved) {
                progress.write(answered);
            }
        } catch (UncheckedIOException e) {
            unsaved = true;
            LOG.warn(
                    "progress cannot be kept, a restart will begin anew [file: {}, cause: {}]",
                    progress.file(),
                    e.toString());
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "replay");
        thread.setDaemon(true);
        return thread;
    }

    private static String mappingText(String mapping) {
        return ReadyFeed.of(mapping).map(ReadyFeed::mapping).orElseGet(() -> {
            try {
                return Files.readString(Path.of(mapping));
            } catch (IOException e) {
                throw new UncheckedIOException("mapping " + mapping + " cannot be read", e);
            }
        });
    }

    /** What makes two runs the same: one goes on where the other stopped only if this is equal. */
    private static String plan(ReplayConfig config) {
        String order =
                config.shuffle().isPresent() ? "shuffled " + config.shuffle().getAsLong() : "in order";
        return String.join(
                ", ", config.address().user(), config.mapping(), order, config.repeat() + " times", "readings sent:");
    }
}
