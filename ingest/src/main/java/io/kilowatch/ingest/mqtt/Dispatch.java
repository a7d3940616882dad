package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.intake.Parcel;
import io.kilowatch.ingest.intake.Publisher;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.vertx.core.Context;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of one event loop's messages to the publisher and back.
 *
 * <p>What the publisher says on its own threads is gathered and brought back to the event loop in one go. A record that
 * it could not store is kept, and sent again every half second for as long as its session lives.
 */
final class Dispatch {
    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);
    private static final long RETRY_MILLIS = 500;
    private static final int FIRST_BURST = 256;
    private static final int LARGEST_BURST = 16_384;

    private final Context context;
    private final Publisher publisher;
    private final IngestMetrics metrics;
    private final Queue<Settled> mailbox = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean called = new AtomicBoolean();
    private final Deque<Attempt> waiting = new ArrayDeque<>();
    private int burst = FIRST_BURST;
    private boolean failedAgain;
    private boolean armed;

    private record Attempt(Delivery delivery, Parcel parcel) {}

    private record Settled(Attempt attempt, boolean stored) {}

    Dispatch(Context context, Publisher publisher, IngestMetrics metrics) {
        this.context = context;
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /** Sends all records of a message; its session is told when every one is stored. */
    void send(Delivery delivery) {
        for (Parcel parcel : delivery.taken().parcels()) {
            send(new Attempt(delivery, parcel));
        }
    }

    private void send(Attempt attempt) {
        publisher.send(attempt.parcel(), failure -> {
            mailbox.add(new Settled(attempt, failure == null));
            if (called.compareAndSet(false, true)) {
                context.runOnContext(now -> settleAll());
            }
        });
    }

    private void settleAll() {
        called.set(false);
        for (Settled settled = mailbox.poll(); settled != null; settled = mailbox.poll()) {
            try {
                settle(settled);
            } catch (RuntimeException e) {
                // One session's trouble must not keep the others from their acknowledgements.
                log.error(
                        "acknowledgement failed [device: {}]",
                        settled.attempt().delivery().session().identity(),
                        e);
            }
        }
    }

    private void settle(Settled settled) {
        Delivery delivery = settled.attempt().delivery();
        if (!settled.stored()) {
            keep(settled.attempt());
        } else if (delivery.stored()) {
            delivery.session().stored(delivery);
        }
    }

    private void keep(Attempt attempt) {
        failedAgain = true;
        if (attempt.delivery().session().isOpen()) {
            waiting.add(attempt);
            arm();
        }
    }

    private void arm() {
        if (!armed) {
            armed = true;
            context.owner().setTimer(RETRY_MILLIS, timer -> retry());
        }
    }

    /** Sends some again: few while that fails, more and more once it does not. */
    private void retry() {
        armed = false;
        burst = failedAgain ? FIRST_BURST : Math.min(LARGEST_BURST, burst * 4);
        failedAgain = false;
        for (int sent = 0; sent < burst && !waiting.isEmpty(); ) {
            Attempt attempt = waiting.remove();
            if (attempt.delivery().session().isOpen()) {
                metrics.retried();
                send(attempt);
                sent++;
            }
        }
        if (!waiting.isEmpty()) {
            arm();
        }
    }
}
