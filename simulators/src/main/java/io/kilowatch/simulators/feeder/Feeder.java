package io.kilowatch.simulators.feeder;

import io.kilowatch.simulators.clock.AcceleratedClock;
import io.kilowatch.simulators.device.DeviceAddress;
import io.kilowatch.simulators.device.DeviceConnection;
import io.kilowatch.simulators.device.Gateway;
import io.kilowatch.simulators.device.RefusalLog;
import io.kilowatch.simulators.device.Throughput;
import io.kilowatch.simulators.province.Province;
import io.kilowatch.simulators.province.SimulatedEnterprise;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The devices of a province, each with its connection, sending what falls due by a clock.
 *
 * <p>All of it runs on one thread, and how far each device came is written down every second, so that a new feeder
 * with the same folder goes on without a gap.
 */
public final class Feeder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Feeder.class);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(50);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Province province;
    private final Path folder;
    private final AcceleratedClock clock;
    private final Throughput throughput;
    private final RefusalLog refusals;
    private final List<DeviceFeeder> devices = new ArrayList<>();
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "province-feeder");
        thread.setDaemon(true);
        return thread;
    });
    private boolean toldCaughtUp;

    /**
     * A feeder that has not started.
     *
     * @param progress how far devices were sent before; those that are not named start at the beginning
     * @param window messages in flight per device
     * @param real for measuring its own speed
     */
    public Feeder(
            Province province,
            FeedProgress progress,
            Path folder,
            Gateway gateway,
            int window,
            AcceleratedClock clock,
            InstantSource real) {
        this.province = province;
        this.folder = folder;
        this.clock = clock;
        this.throughput = new Throughput(real);
        this.refusals = new RefusalLog(real);
        for (SimulatedEnterprise enterprise : province.enterprises()) {
            for (String device : enterprise.devices()) {
                String password = province.passwords().password(enterprise.code(), device);
                DeviceAddress address = new DeviceAddress(gateway, enterprise.code(), device, password);
                DeviceConnection connection = new DeviceConnection(address, window, loop, refusals.of(address));
                Instant resumedAt = progress.devices()
                        .getOrDefault(address.user(), province.begin().minusSeconds(1));
                devices.add(new DeviceFeeder(
                        address.user(), province.feed(enterprise, device), resumedAt, connection, window, throughput));
            }
        }
    }

    /** Connects the devices and starts to send. */
    public void start() {
        LOG.info(
                "province started [enterprises: {}, devices: {}, clock: {}]",
                province.enterprises().size(),
                devices.size(),
                clock.instant());
        devices.forEach(DeviceFeeder::open);
        loop.execute(this::step);
        loop.scheduleWithFixedDelay(this::save, 1, 1, TimeUnit.SECONDS);
        loop.scheduleWithFixedDelay(this::report, 30, 30, TimeUnit.SECONDS);
    }

    /** What was sent so far. */
    public FeedStatistics statistics() {
        return new FeedStatistics(
                throughput.total(),
                throughput.perSecond(),
                refusals.refused(),
                clock.instant(),
                devices.stream()
                        .map(DeviceFeeder::sentUntil)
                        .min(Instant::compareTo)
                        .orElse(province.begin()),
                clock.caughtUp());
    }

    /** Disconnects and writes down how far it came. */
    @Override
    public void close() {
        try {
            loop.submit(() -> {
                        devices.forEach(DeviceFeeder::close);
                        save();
                    })
                    .get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("province not stopped cleanly [cause: {}]", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loop.shutdownNow();
    }

    private void step() {
        Duration wait = LONGEST_WAIT;
        try {
            wait = send();
        } catch (RuntimeException e) {
            LOG.error("sending failed, trying again [clock: {}]", clock.instant(), e);
        }
        if (!loop.isShutdown()) {
            loop.schedule(this::step, wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Sends what is due and says how long to wait for more. */
    private Duration send() {
        Instant now = clock.instant();
        Instant next = Instant.MAX;
        for (DeviceFeeder device : devices) {
            device.step(now);
            next = device.due().isBefore(next) ? device.due() : next;
        }
        if (!toldCaughtUp && clock.caughtUp()) {
            toldCaughtUp = true;
            LOG.info("simulated time has caught up [clock: {}]", now);
        }
        Duration wait = clock.until(next);
        wait = wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private void save() {
        Map<String, Instant> until = new TreeMap<>();
        devices.forEach(device -> until.put(device.user(), device.sentUntil()));
        try {
            new FeedProgress(province.seed(), province.start(), until).write(folder);
        } catch (UncheckedIOException e) {
            LOG.warn("progress not written [folder: {}, cause: {}]", folder, e.toString());
        }
    }

    private void report() {
        FeedStatistics now = statistics();
        LOG.info(
                "province sent [acknowledged: {}, perSecond: {}, refused: {}, clock: {}]",
                now.acknowledged(),
                Math.round(now.perSecond()),
                now.refused(),
                now.clock());
    }
}
