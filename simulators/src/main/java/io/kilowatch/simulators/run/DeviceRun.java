package io.kilowatch.simulators.run;

import io.kilowatch.simulators.course.DeviceCourse;
import io.kilowatch.simulators.course.Outgoing;
import io.kilowatch.simulators.device.Delivery;
import io.kilowatch.simulators.device.DeviceAddress;
import io.kilowatch.simulators.device.DeviceConnection;
import io.kilowatch.simulators.device.InOrder;
import io.kilowatch.simulators.device.Knock;
import io.kilowatch.simulators.device.Throughput;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One device that does what its course has, as it falls due; used from the connection's loop alone. */
final class DeviceRun {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceRun.class);

    private final DeviceAddress address;
    private final DeviceCourse course;
    private final Supplier<DeviceConnection> connections;
    private final ScheduledExecutorService loop;
    private final int window;
    private final InFlight inFlight;
    private final Throughput throughput;
    private final InOrder<Place> order = new InOrder<>();
    private final Place resumedAt;
    private @Nullable DeviceConnection connection;
    private long taken;
    private Runnable answered = () -> {};

    /** A place in the course: how many things were done, and when the last of them was due. */
    private record Place(long count, Instant due) {}

    /**
     * A device that goes on after what was answered.
     *
     * @param done how many things it did before, all of them answered
     * @param begin where it stands if it has not begun
     * @param connections makes a connection that is not open yet
     * @param inFlight what all devices have on their way
     */
    DeviceRun(
            DeviceAddress address,
            DeviceCourse course,
            long done,
            Instant begin,
            Supplier<DeviceConnection> connections,
            ScheduledExecutorService loop,
            int window,
            InFlight inFlight,
            Throughput throughput) {
        this.address = address;
        this.course = course;
        this.connections = connections;
        this.loop = loop;
        this.window = window;
        this.inFlight = inFlight;
        this.throughput = throughput;
        Instant due = begin;
        while (taken < done && course.due().isPresent()) {
            due = course.take().sendAt();
            taken++;
        }
        this.resumedAt = new Place(taken, due);
    }

    String user() {
        return address.user();
    }

    String enterprise() {
        return address.enterprise();
    }

    /** When the next thing falls due; far away once all is done. */
    Instant due() {
        return course.due().orElse(Instant.MAX);
    }

    /** How many things were done and answered. */
    long done() {
        return order.reached().orElse(resumedAt).count();
    }

    /** Up to when everything it has to do is answered, in simulated time. */
    Instant sentUntil() {
        return isFinished() ? Instant.MAX : order.reached().orElse(resumedAt).due();
    }

    boolean isFinished() {
        return course.due().isEmpty() && order.outstanding() == 0;
    }

    boolean isIdle(Instant now) {
        return order.outstanding() == 0 && due().isAfter(now);
    }

    int outstanding() {
        return order.outstanding();
    }

    boolean isOpen() {
        return connection != null;
    }

    /** Connects; what to do after each answer is told. */
    void open(Runnable afterEach) {
        DeviceConnection fresh = connections.get();
        connection = fresh;
        answered = afterEach;
        fresh.open();
    }

    void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    /** Does what is due, as far as the window has room. */
    void step(Instant now) {
        DeviceConnection open = connection;
        while (open != null && order.outstanding() < window && inFlight.hasRoom() && !due().isAfter(now)) {
            Outgoing thing = course.take();
            taken++;
            InOrder.Mark<Place> mark = order.sent(new Place(taken, thing.sendAt()));
            if (thing.kind() == Outgoing.Kind.WRONG_PASSWORD) {
                knock(mark);
            } else {
                send(open, thing, mark);
            }
        }
    }

    private void send(DeviceConnection open, Outgoing thing, InOrder.Mark<Place> mark) {
        int readings = thing.readings().size();
        inFlight.add(readings);
        open.send(thing.payload()).thenAccept(delivery -> {
            inFlight.remove(readings);
            order.answered(mark);
            if (delivery instanceof Delivery.Acknowledged) {
                throughput.add(
                        thing.kind() == Outgoing.Kind.BROKEN
                                ? 0
                                : thing.readings().size());
            } else if (delivery instanceof Delivery.Refused refused && thing.kind() != Outgoing.Kind.BROKEN) {
                LOG.warn(
                        "batch refused [device: {}, batch: {}, readings: {}, reasonCode: {}]",
                        user(),
                        thing.batch(),
                        readings,
                        refused.reasonCode());
            }
            answered.run();
        });
    }

    private void knock(InOrder.Mark<Place> mark) {
        DeviceAddress wrong =
                new DeviceAddress(address.gateway(), address.enterprise(), address.device(), "not-the-password");
        Knock.at(wrong, loop).thenAccept(letIn -> {
            if (letIn) {
                LOG.error("let in with a wrong password [device: {}]", user());
            }
            order.answered(mark);
            answered.run();
        });
    }
}
