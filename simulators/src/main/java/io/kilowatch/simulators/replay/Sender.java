package io.kilowatch.simulators.replay;

import io.kilowatch.simulators.device.Delivery;
import io.kilowatch.simulators.device.DeviceConnection;
import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.device.InOrder;
import io.kilowatch.simulators.device.ReadingBatch;
import io.kilowatch.simulators.device.Throughput;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Packs readings into batches and keeps a window of them in flight; used from one thread. */
final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final DeviceConnection connection;
    private final int batch;
    private final int window;
    private final InstantSource clock;
    private final Throughput throughput;
    private final BooleanSupplier stopped;
    private final Semaphore room;
    private final InOrder<Long> order = new InOrder<>();
    private final LongAdder refused = new LongAdder();
    private final List<DeviceReading> pending = new ArrayList<>();
    private final long first;
    private long position;

    /**
     * A sender that starts at a place of its sequence.
     *
     * @param stopped whether to give up waiting
     */
    Sender(
            DeviceConnection connection,
            int batch,
            int window,
            long position,
            InstantSource clock,
            Throughput throughput,
            BooleanSupplier stopped) {
        this.connection = connection;
        this.batch = batch;
        this.window = window;
        this.room = new Semaphore(window);
        this.first = position;
        this.position = position;
        this.clock = clock;
        this.throughput = throughput;
        this.stopped = stopped;
    }

    /** Takes a reading, sending when a batch is full; false when stopped while waiting for room. */
    boolean add(DeviceReading reading) throws InterruptedException {
        pending.add(reading);
        return pending.size() < batch || flush();
    }

    /** Sends what is pending; false when stopped while waiting for room. */
    boolean flush() throws InterruptedException {
        if (pending.isEmpty()) {
            return true;
        }
        if (!acquire(1)) {
            return false;
        }
        int size = pending.size();
        position += size;
        String id = "r-" + position;
        InOrder.Mark<Long> mark = order.sent(position);
        byte[] payload = new ReadingBatch(id, clock.instant(), pending).json();
        pending.clear();
        connection.send(payload).thenAccept(delivery -> {
            if (delivery instanceof Delivery.Refused no) {
                refused.add(size);
                LOG.warn("batch refused [batch: {}, readings: {}, reasonCode: {}]", id, size, no.reasonCode());
            }
            throughput.add(size);
            order.answered(mark);
            room.release();
        });
        return true;
    }

    /** Waits until everything is answered; false when stopped before. */
    boolean drain() throws InterruptedException {
        return acquire(window);
    }

    /** The place in the sequence up to which everything is answered. */
    long answered() {
        return order.reached().orElse(first);
    }

    /** Readings of batches that were refused as a whole. */
    long refused() {
        return refused.sum();
    }

    private boolean acquire(int permits) throws InterruptedException {
        while (!room.tryAcquire(permits, 100, TimeUnit.MILLISECONDS)) {
            if (stopped.getAsBoolean()) {
                return false;
            }
        }
        return !stopped.getAsBoolean();
    }
}
