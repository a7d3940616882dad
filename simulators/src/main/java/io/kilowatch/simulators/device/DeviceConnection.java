package io.kilowatch.simulators.device;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One device's MQTT connection: what is given to it arrives at least once, in whatever time that takes.
 *
 * <p>Up to a window of messages is in flight. After a lost connection it connects again with growing waits and sends
 * again, in order, what was not acknowledged. All its state belongs to the one thread of the given loop.
 */
public final class DeviceConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceConnection.class);
    private static final int QUOTA_EXCEEDED = 0x97;

    private final DeviceAddress address;
    private final int window;
    private final ScheduledExecutorService loop;
    private final Consumer<Receipt> receipts;
    private final Deque<Message> waiting = new ArrayDeque<>();
    private final Set<Message> inFlight = new LinkedHashSet<>();
    private @Nullable Session session;
    private int failures;
    private boolean paused;
    private boolean closed;

    private record Message(byte[] payload, CompletableFuture<Delivery> end) {
        // Two messages with the same bytes are still two messages.
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /**
     * A connection that is not open yet.
     *
     * @param window most messages in flight; the gateway's Receive Maximum can make it smaller
     * @param loop a single thread, shared by any number of connections
     * @param receipts told of every receipt, on the loop
     */
    public DeviceConnection(
            DeviceAddress address, int window, ScheduledExecutorService loop, Consumer<Receipt> receipts) {
        this.address = address;
        this.window = window;
        this.loop = loop;
        this.receipts = receipts;
    }

    /** Starts connecting. */
    public void open() {
        onLoop(this::connect);
    }

    /** Sends a message; the future ends, on the loop, when the gateway has answered, and never fails. */
    public CompletableFuture<Delivery> send(byte[] payload) {
        Message message = new Message(payload, new CompletableFuture<>());
        onLoop(() -> {
            waiting.add(message);
            pump();
        });
        return message.end();
    }

    /** Disconnects; what is not acknowledged stays so. */
    @Override
    public void close() {
        onLoop(() -> {
            closed = true;
            if (session != null) {
                session.end();
                session = null;
            }
        });
    }

    private void connect() {
        if (closed) {
            return;
        }
        Session fresh = new Session(address, this::onLoop);
        session = fresh;
        fresh.start(
                () -> opened(fresh),
                cause -> lost(fresh, cause),
                payload -> Receipt.parse(payload).ifPresent(receipts));
    }

    private void opened(Session which) {
        if (which == session) {
            LOG.debug(
                    "device connected [device: {}, gateway: {}]",
                    address.user(),
                    address.gateway().uri());
            failures = 0;
            pump();
        }
    }

    private void lost(Session which, String cause) {
        if (which != session) {
            return;
        }
        session = null;
        which.end();
        List<Message> again = List.copyOf(inFlight);
        inFlight.clear();
        for (int place = again.size() - 1; place >= 0; place--) {
            waiting.addFirst(again.get(place));
        }
        failures++;
        long wait = Backoff.USUAL.after(failures).toMillis();
        if (failures == 1 || failures % 20 == 0) {
            LOG.info(
                    "device not connected [device: {}, cause: {}, failures: {}, unacknowledged: {}]",
                    address.user(),
                    cause,
                    failures,
                    waiting.size());
        }
        later(this::connect, wait);
    }

    private void pump() {
        Session current = session;
        if (current == null || !current.ready() || paused) {
            return;
        }
        int most = Math.min(window, current.receiveMaximum());
        while (inFlight.size() < most && !waiting.isEmpty()) {
            Message message = waiting.remove();
            inFlight.add(message);
            current.publish(message.payload(), code -> answered(message, code), cause -> lost(current, cause));
        }
    }

    private void answered(Message message, int reasonCode) {
        if (!inFlight.remove(message)) {
            return;
        }
        if (reasonCode == QUOTA_EXCEEDED) {
            waiting.addFirst(message);
            paused = true;
            later(
                    () -> {
                        paused = false;
                        pump();
                    },
                    Backoff.USUAL.first().toMillis());
            return;
        }
        message.end().complete(reasonCode < 0x80 ? new Delivery.Acknowledged() : new Delivery.Refused(reasonCode));
        pump();
    }

    private void later(Runnable task, long millis) {
        try {
            loop.schedule(task, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("task dropped after shutdown [device: {}]", address.user());
        }
    }

    private void onLoop(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("task dropped after shutdown [device: {}]", address.user());
        }
    }
}
