package io.kilowatch.simulators.run;

import io.kilowatch.simulators.course.Actor;
import io.kilowatch.simulators.course.Play;
import io.kilowatch.simulators.device.DeviceAddress;
import io.kilowatch.simulators.device.DeviceConnection;
import io.kilowatch.simulators.device.Gateway;
import io.kilowatch.simulators.device.RefusalLog;
import io.kilowatch.simulators.device.Throughput;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The devices of a play, each with its connection, doing what falls due.
 *
 * <p>All of it runs on one thread, and how far each device came is written down every second, so that a new run with the
 * same state goes on without a gap.
 */
final class PlayRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PlayRun.class);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(50);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final long NOTE_MILLIS = 200;
    private static final long DRAIN_SECONDS = 10;
    private static final long MOST_READINGS = 100_000;

    private final Play play;
    private final RunState before;
    private final Path folder;
    private final Pace pace;
    private final InstantSource real;
    private final Throughput throughput;
    private final RefusalLog refusals;
    private final InFlight inFlight = new InFlight(MOST_READINGS);
    private final Journal journal;
    private final Troupe troupe;
    private final CountDownLatch finished = new CountDownLatch(1);
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "simulated-devices");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Reached reached;

    /** Up to when everything is acknowledged, in simulated time, and which part of the scenario that is. */
    private record Reached(Instant until, double share) {}

    /**
     * A run that has not started.
     *
     * @param before how far the devices came before
     * @param window messages in flight per device
     * @param connections most connections open at once
     * @param pace how simulated time passes from an instant on: the earliest that any device has still to do
     * @param real for measuring its own speed
     */
    PlayRun(
            Play play,
            RunState before,
            Path folder,
            Gateway gateway,
            int window,
            int connections,
            Function<Instant, Pace> pace,
            InstantSource real) {
        this.play = play;
        this.before = before;
        this.folder = folder;
        this.real = real;
        this.throughput = new Throughput(real);
        this.refusals = new RefusalLog(real);
        this.journal = new Journal(
                Journal.file(folder, play.scenario().name()),
                play.start().plusDays(play.days().orElse(1) - 1L));
        List<DeviceRun> devices = new ArrayList<>();
        for (Actor actor : play.actors()) {
            for (String device : actor.enterprise().devices()) {
                devices.add(device(actor, device, gateway, window));
            }
        }
        this.troupe = new Troupe(play, devices, connections);
        this.pace = pace.apply(troupe.due());
        if (before.devices().isEmpty()) {
            journal.clear();
        }
        this.reached = reached();
    }

    /** How simulated time passes here. */
    Pace pace() {
        return pace;
    }

    private DeviceRun device(Actor actor, String device, Gateway gateway, int window) {
        String code = actor.enterprise().code();
        DeviceAddress address =
                new DeviceAddress(gateway, code, device, play.passwords().password(code, device));
        return new DeviceRun(
                address,
                play.course(actor, device),
                before.devices().getOrDefault(address.user(), 0L),
                play.begin().minusSeconds(1),
                () -> new DeviceConnection(address, window, loop, refusals.of(address)),
                loop,
                window,
                inFlight,
                throughput);
    }

    /** Connects the devices and starts to send. */
    void start() {
        LOG.info(
                "simulation started [scenario: {}, enterprises: {}, devices: {}, clock: {}]",
                play.scenario().name(),
                play.actors().size(),
                troupe.size(),
                pace.now());
        loop.execute(this::step);
        loop.scheduleWithFixedDelay(this::save, 1, 1, TimeUnit.SECONDS);
        loop.scheduleWithFixedDelay(this::note, NOTE_MILLIS, NOTE_MILLIS, TimeUnit.MILLISECONDS);
        loop.scheduleWithFixedDelay(this::report, 30, 30, TimeUnit.SECONDS);
    }

    /** Waits until every device has done all it has to do; false if it has not by then. */
    boolean await(Duration longest) throws InterruptedException {
        return finished.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What was sent so far. */
    RunStatistics statistics() {
        Reached now = reached;
        return new RunStatistics(
                throughput.total(),
                throughput.perSecond(),
                refusals.refused(),
                pace.now(),
                now.until(),
                pace.caughtUp(),
                now.share(),
                finished.getCount() == 0);
    }

    /** Where the devices stand; on the loop once it runs, since nobody else may ask them. */
    private Reached reached() {
        Instant until =
                troupe.sentUntil().values().stream().min(Instant::compareTo).orElse(play.begin());
        return new Reached(until, troupe.share());
    }

    /** Stops sending, waits a little for what is in flight, disconnects and writes down how far it came. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        loop.execute(troupe::stop);
        try {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DRAIN_SECONDS);
            while (System.nanoTime() < deadline
                    && !loop.submit(troupe::isDrained).get(DRAIN_SECONDS, TimeUnit.SECONDS)) {
                TimeUnit.MILLISECONDS.sleep(SHORTEST_WAIT.toMillis());
            }
            loop.submit(() -> {
                        troupe.close();
                        note();
                        save();
                    })
                    .get(DRAIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("simulation not stopped cleanly [cause: {}]", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loop.shutdown();
    }

    private void step() {
        Duration wait = LONGEST_WAIT;
        try {
            wait = send();
        } catch (RuntimeException e) {
            LOG.error("sending failed, trying again [clock: {}]", pace.now(), e);
        }
        if (!loop.isShutdown()) {
            loop.schedule(this::step, wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Sends what is due and says how long to wait for more. */
    private Duration send() {
        troupe.step(pace);
        if (troupe.isFinished()) {
            reached = reached();
            finished.countDown();
            return LONGEST_WAIT;
        }
        Instant next = troupe.due();
        Duration wait = next.equals(Instant.MAX) ? SHORTEST_WAIT : pace.until(next);
        wait = wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private void save() {
        try {
            before.at(troupe.done()).write(RunState.file(folder, play.scenario().name()));
        } catch (UncheckedIOException e) {
            LOG.warn("state not written [folder: {}, cause: {}]", folder, e.toString());
        }
    }

    private void note() {
        reached = reached();
        if (play.days().isEmpty()) {
            return;
        }
        try {
            journal.note(troupe.sentUntil(), real.instant());
        } catch (UncheckedIOException e) {
            LOG.warn("journal not written [folder: {}, cause: {}]", folder, e.toString());
        }
    }

    private void report() {
        RunStatistics now = statistics();
        LOG.info(
                "simulation sent [acknowledged: {}, perSecond: {}, refused: {}, clock: {}]",
                now.acknowledged(),
                Math.round(now.perSecond()),
                now.refused(),
                now.clock());
    }
}
