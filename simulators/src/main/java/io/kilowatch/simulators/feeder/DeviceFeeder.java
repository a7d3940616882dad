package io.kilowatch.simulators.feeder;

import io.kilowatch.simulators.device.Delivery;
import io.kilowatch.simulators.device.DeviceConnection;
import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.device.InOrder;
import io.kilowatch.simulators.device.ReadingBatch;
import io.kilowatch.simulators.device.Throughput;
import io.kilowatch.simulators.province.DeviceFeed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one device's readings as they fall due; used from the connection's loop alone. */
final class DeviceFeeder {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceFeeder.class);
    private static final int FULL_BATCH = 400;

    private final String user;
    private final DeviceFeed feed;
    private final DeviceConnection connection;
    private final int window;
    private final Throughput throughput;
    private final InOrder<Instant> order = new InOrder<>();
    private final Instant resumedAt;

    /**
     * A feeder that goes on after what was acknowledged.
     *
     * @param resumedAt the last quarter hour that was, or the one before the first
     */
    DeviceFeeder(
            String user,
            DeviceFeed feed,
            Instant resumedAt,
            DeviceConnection connection,
            int window,
            Throughput throughput) {
        this.user = user;
        this.feed = feed;
        this.resumedAt = resumedAt;
        this.connection = connection;
        this.window = window;
        this.throughput = throughput;
        feed.skipPast(resumedAt);
    }

    String user() {
        return user;
    }

    /** When the next readings are due. */
    Instant due() {
        return feed.due();
    }

    /** The last quarter hour of which everything is acknowledged. */
    Instant sentUntil() {
        return order.reached().orElse(resumedAt);
    }

    void open() {
        connection.open();
    }

    void close() {
        connection.close();
    }

    /** Sends what is due, as far as the window has room. */
    void step(Instant now) {
        while (order.outstanding() < window && !feed.due().isAfter(now)) {
            List<DeviceReading> readings = new ArrayList<>();
            Instant until = feed.due();
            while (readings.size() < FULL_BATCH && !feed.due().isAfter(now)) {
                until = feed.due();
                readings.addAll(feed.take());
            }
            send(readings, until, now);
        }
    }

    private void send(List<DeviceReading> readings, Instant until, Instant now) {
        InOrder.Mark<Instant> mark = order.sent(until);
        if (readings.isEmpty()) {
            order.answered(mark);
            return;
        }
        String id = "q-" + until.getEpochSecond() / 900;
        connection.send(new ReadingBatch(id, now, readings).json()).thenAccept(delivery -> {
            order.answered(mark);
            if (delivery instanceof Delivery.Refused refused) {
                LOG.warn(
                        "batch refused [device: {}, batch: {}, readings: {}, reasonCode: {}]",
                        user,
                        id,
                        readings.size(),
                        refused.reasonCode());
            } else {
                throughput.add(readings.size());
            }
        });
    }
}
