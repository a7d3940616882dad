package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.intake.Parcel;
import io.kilowatch.ingest.intake.Publisher;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.vertx.core.Context;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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
    private final Queue<Attempt> mailbox = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean called = new AtomicBoolean();
    private final Deque<Attempt> waiting = new ArrayDeque<>();
    private final List<Session> answering = new ArrayList<>();
    private boolean settling;
    private int burst = FIRST_BURST;
    private boolean failedAgain;
    private boolean armed;

    /** A record on its way, once and again; what came of it is written before it is put into the mailbox. */
    private static final class Attempt {
        private final Delivery delivery;
        private final Parcel parcel;
        private boolean stored;

        Attempt(Delivery delivery, Parcel parcel) {
            this.delivery = delivery;
            this.parcel = parcel;
        }
    }

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
        publisher.send(attempt.parcel, failure -> {
            attempt.stored = failure == null;
            mailbox.add(attempt);
            if (called.compareAndSet(false, true)) {
                context.runOnContext(now -> settleAll());
            }
        });
    }

    /** Has a session answer when all that is stored by now is settled, or at once if nothing is being settled. */
    void answer(Session session) {
        if (settling) {
            answering.add(session);
        } else {
            session.answer();
        }
    }

    private void settleAll() {
        called.set(false);
        settling = true;
        for (Attempt attempt = mailbox.poll(); attempt != null; attempt = mailbox.poll()) {
            settle(attempt);
        }
        settling = false;
        answering.forEach(session -> guarded(session, session::answer));
        answering.clear();
    }

    private void settle(Attempt attempt) {
        Delivery delivery = attempt.delivery;
        if (!attempt.stored) {
            keep(attempt);
        } else if (delivery.stored()) {
            guarded(delivery.session(), () -> delivery.session().stored(delivery));
        }
    }

    /** One session's trouble must not keep the others from their acknowledgements. */
    private static void guarded(Session session, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            log.error("acknowledgement failed [device: {}]", session.identity(), e);
        }
    }

    private void keep(Attempt attempt) {
        failedAgain = true;
        if (attempt.delivery.session().isOpen()) {
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
            if (attempt.delivery.session().isOpen()) {
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
