package io.kilowatch.simulators.replay;

import io.kilowatch.simulators.device.DeviceAddress;
import io.kilowatch.simulators.device.DeviceConnection;
import io.kilowatch.simulators.device.RefusalLog;
import io.kilowatch.simulators.device.Throughput;
import io.kilowatch.simulators.feed.FeedReading;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;

/** The devices of a feed, each with a connection of its own from its first reading on; used from one thread. */
final class Senders implements AutoCloseable {
    private static final int MOST_PENDING = 200_000;

    private final ReplayConfig config;
    private final ScheduledExecutorService loop;
    private final InstantSource clock;
    private final Throughput throughput;
    private final BooleanSupplier stopped;
    private final RefusalLog refusals;
    private final Map<String, Long> before;
    private final Map<String, Long> passed = new HashMap<>();
    private final Map<String, Sender> senders = new TreeMap<>();
    private final Map<String, DeviceConnection> connections = new HashMap<>();
    private int pending;

    /**
     * Of a replay.
     *
     * @param before how many readings of each device an earlier run has sent already
     */
    Senders(
            ReplayConfig config,
            ScheduledExecutorService loop,
            InstantSource clock,
            Throughput throughput,
            BooleanSupplier stopped,
            Map<String, Long> before) {
        this.config = config;
        this.loop = loop;
        this.clock = clock;
        this.throughput = throughput;
        this.stopped = stopped;
        this.refusals = new RefusalLog(clock);
        this.before = before;
    }

    /** Counts readings of laps that are not read any more. */
    void pass(String device, long readings) {
        passed.merge(device, readings, Long::sum);
    }

    /** Whether an earlier run has sent this reading, which is then passed over. */
    boolean isSent(FeedReading one) {
        long done = before.getOrDefault(one.device(), 0L);
        if (done == 0) {
            return false;
        }
        long place = passed.merge(one.device(), 1L, Long::sum);
        return place <= done;
    }

    /** Takes a reading; false when stopped while waiting for room. */
    boolean add(FeedReading one) throws InterruptedException {
        Sender sender = sender(one.device());
        if (!sender.add(one.reading())) {
            return false;
        }
        return ++pending < MOST_PENDING || flush();
    }

    private synchronized Sender sender(String device) {
        return senders.computeIfAbsent(device, this::open);
    }

    private Sender open(String device) {
        DeviceAddress address = config.address(device);
        DeviceConnection connection = new DeviceConnection(address, config.window(), loop, refusals.of(address));
        connections.put(device, connection);
        connection.open();
        return new Sender(
                connection,
                config.batch(),
                config.window(),
                before.getOrDefault(device, 0L),
                clock,
                throughput,
                stopped);
    }

    /** Sends what is pending of every device; false when stopped while waiting for room. */
    boolean flush() throws InterruptedException {
        pending = 0;
        for (Sender sender : senders.values()) {
            if (!sender.flush()) {
                return false;
            }
        }
        return true;
    }

    /** Waits until everything is answered; false when stopped before. */
    boolean drain() throws InterruptedException {
        for (Sender sender : senders.values()) {
            if (!sender.drain()) {
                return false;
            }
        }
        return true;
    }

    /** How many readings of each device are answered, those of an earlier run counted; on any thread. */
    synchronized Map<String, Long> answered() {
        Map<String, Long> answered = new TreeMap<>(before);
        senders.forEach((device, sender) -> answered.put(device, sender.answered()));
        return answered;
    }

    /** Readings that receipts, or PUBACKs of whole batches, named as refused. */
    long refused() {
        return refusals.refused()
                + senders.values().stream().mapToLong(Sender::refused).sum();
    }

    @Override
    public void close() {
        connections.values().forEach(DeviceConnection::close);
    }
}
