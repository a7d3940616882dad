package io.kilowatch.ingest.intake;

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
 * it could not store is kept, and sent again every half second for as long as it is awaited.
 */
public final class Dispatch {
    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);
    private static final long RETRY_MILLIS = 500;
    private static final int FIRST_BURST = 16;
    private static final int LARGEST_BURST = 16_384;

    private final Context context;
    private final Publisher publisher;
    private final IngestMetrics metrics;
    private final Queue<Attempt> mailbox = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean called = new AtomicBoolean();
    private final Deque<Attempt> waiting = new ArrayDeque<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private boolean settling;
    private int burst = FIRST_BURST;
    private boolean failedAgain;
    private boolean armed;

    /** A message and how many of its records are not stored yet. */
    private static final class Trip {
        private final Consignment consignment;
        private int missing;
        private boolean givenUp;

        Trip(Consignment consignment) {
            this.consignment = consignment;
            this.missing = consignment.parcels().size();
        }
    }

    /** A record on its way, once and again; what came of it is written before it is put into the mailbox. */
    private static final class Attempt {
        private final Trip trip;
        private final Parcel parcel;
        private boolean stored;

        Attempt(Trip trip, Parcel parcel) {
            this.trip = trip;
            this.parcel = parcel;
        }
    }

    /** The way of the messages of one event loop. */
    public Dispatch(Context context, Publisher publisher, IngestMetrics metrics) {
        this.context = context;
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /** Sends all records of a message, which is told when every one is stored; called on the event loop. */
    public void send(Consignment consignment) {
        Trip trip = new Trip(consignment);
        for (Parcel parcel : consignment.parcels()) {
            send(new Attempt(trip, parcel));
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

    /** Does something when all that is stored by now is settled, or at once if nothing is being settled. */
    public void afterSettling(Runnable action) {
        if (settling) {
            afterwards.add(action);
        } else {
            action.run();
        }
    }

    private void settleAll() {
        called.set(false);
        settling = true;
        for (Attempt attempt = mailbox.poll(); attempt != null; attempt = mailbox.poll()) {
            settle(attempt);
        }
        settling = false;
        for (Runnable action : afterwards) {
            try {
                action.run();
            } catch (RuntimeException e) {
                log.error("acknowledgements could not be sent", e);
            }
        }
        afterwards.clear();
    }

    /** One session's trouble must not keep the others from their acknowledgements. */
    private void settle(Attempt attempt) {
        Trip trip = attempt.trip;
        try {
            if (attempt.stored) {
                ended(trip);
            } else if (trip.consignment.isAwaited()) {
                keep(attempt);
            } else {
                givenUp(trip);
            }
        } catch (RuntimeException e) {
            log.error("acknowledgement failed [device: {}]", trip.consignment.from(), e);
        }
    }

    private static void givenUp(Trip trip) {
        trip.givenUp = true;
        ended(trip);
    }

    /** One of a message's records is on its way no longer. */
    private static void ended(Trip trip) {
        if (--trip.missing > 0) {
            return;
        }
        try {
            if (!trip.givenUp) {
                trip.consignment.stored();
            }
        } finally {
            trip.consignment.over();
        }
    }

    private void keep(Attempt attempt) {
        failedAgain = true;
        waiting.add(attempt);
        arm();
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
            if (attempt.trip.consignment.isAwaited()) {
                metrics.retried();
                send(attempt);
                sent++;
            } else {
                givenUp(attempt.trip);
            }
        }
        if (!waiting.isEmpty()) {
            arm();
        }
    }
}
