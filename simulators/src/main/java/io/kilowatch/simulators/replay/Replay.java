package io.kilowatch.simulators.replay;

import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.simulators.device.Throughput;
import io.kilowatch.simulators.feed.BadRows;
import io.kilowatch.simulators.feed.Feed;
import io.kilowatch.simulators.feed.FeedReading;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
    private final Feed feed;
    private final ReplayProgress progress;
    private volatile boolean unsaved;
    private final CountDownLatch stop = new CountDownLatch(1);

    /**
     * A replay that has not started.
     *
     * @param out where progress and bad rows are shown, usually standard error
     * @param terminal whether that is a terminal
     * @param clock real time
     * @throws InvalidSettings if the mapping has faults
     */
    public Replay(ReplayConfig config, PrintStream out, boolean terminal, InstantSource clock) {
        this.config = config;
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.feed = config.source().feed();
        this.progress = ReplayProgress.of(config.source().paths().get(0), config.plan());
    }

    /**
     * Sends everything that is not acknowledged yet, and returns when it is or when closed.
     *
     * @throws InvalidSettings if the feed does not fit its mapping, or a password is not known
     */
    public ReplayReport run() throws InterruptedException {
        BadRows badRows = new BadRows(out);
        Survey survey = Survey.of(feed, badRows);
        config.check(survey.devices().keySet());
        long total = config.order().all(survey.count());
        Map<String, Long> before = config.restart() ? Map.of() : sentBefore(survey);
        Instant begun = clock.instant();
        Throughput throughput = new Throughput(clock);
        ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor(Replay::thread);
        try (Senders senders = new Senders(config, loop, clock, throughput, this::stopped, before)) {
            ProgressLine line = new ProgressLine(out, terminal, clock, total);
            Runnable show = () -> line.show(sum(savedFor(senders)), throughput.perSecond());
            Future<?> shown = loop.scheduleWithFixedDelay(show, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
            send(senders, survey, before);
            shown.cancel(false);
            Map<String, Long> answered =
                    CompletableFuture.supplyAsync(() -> savedFor(senders), loop).join();
            ReplayReport report = new ReplayReport(
                    total,
                    sum(before),
                    sum(answered) - sum(before),
                    senders.refused(),
                    badRows.count(),
                    Duration.between(begun, clock.instant()));
            line.end(report.sentence());
            return report;
        } finally {
            loop.shutdown();
            loop.awaitTermination(5, TimeUnit.SECONDS);
        }
    }

    /** What an earlier run has sent, as far as the feed still has it. */
    private Map<String, Long> sentBefore(Survey survey) {
        Map<String, Long> before = new TreeMap<>();
        Map<String, Long> kept = progress.read();
        survey.devices()
                .forEach((device, count) -> before.put(
                        device,
                        Math.min(kept.getOrDefault(device, 0L), config.order().all(count))));
        return before;
    }

    /** Makes {@link #run} return soon, its progress kept; may be called from a shutdown hook. */
    @Override
    public void close() {
        stop.countDown();
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private void send(Senders senders, Survey survey, Map<String, Long> before) throws InterruptedException {
        long lap = survey.devices().entrySet().stream()
                .mapToLong(device -> before.getOrDefault(device.getKey(), 0L) / device.getValue())
                .min()
                .orElse(0);
        survey.devices().forEach((device, count) -> senders.pass(device, lap * count));
        try (ReplaySequence readings = new ReplaySequence(feed, survey, config.order(), lap)) {
            Pace pace = new Pace(config.speed(), clock, stop);
            while (readings.hasNext() && !stopped()) {
                FeedReading one = readings.next();
                if (senders.isSent(one)) {
                    continue;
                }
                if (pace.early(one.at()) && !(senders.flush() && pace.waitFor(one.at()))) {
                    return;
                }
                if (!senders.add(one)) {
                    return;
                }
            }
            if (senders.flush()) {
                senders.drain();
            }
        }
    }

    /** What is answered, kept; on the loop like all keeping, so that nothing older overwrites it. */
    private Map<String, Long> savedFor(Senders senders) {
        Map<String, Long> answered = senders.answered();
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
        return answered;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "replay");
        thread.setDaemon(true);
        return thread;
    }
}
