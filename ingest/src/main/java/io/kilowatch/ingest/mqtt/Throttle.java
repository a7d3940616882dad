package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.access.Identity;
import io.kilowatch.ingest.intake.Parcel;
import io.kilowatch.ingest.intake.Taken;
import io.kilowatch.ingest.limit.Flow;
import io.kilowatch.ingest.metrics.LimitMetrics;
import io.vertx.core.Context;
import io.vertx.core.internal.ContextInternal;
import java.util.concurrent.TimeUnit;

/**
 * Holds a session's tap for as long as the session, its enterprise or all together have more than they may. Used on the
 * session's event loop only.
 */
final class Throttle {
    private static final int AROUND = 512;
    private static final long WHILE = 1_000_000_000L;

    private final Lane lane;
    private final Tap tap;
    private final Identity identity;
    private final Flow flow;
    private final Turns.Turn turn;
    private final LimitMetrics metrics;
    private final Runnable roomy;
    private boolean waiting;
    private boolean slowed;
    private boolean open = true;

    Throttle(Lane lane, Tap tap, Identity identity, Flow flow, LimitMetrics metrics) {
        this.lane = lane;
        this.tap = tap;
        this.identity = identity;
        this.flow = flow;
        this.metrics = metrics;
        this.turn = lane.turns().join(identity.enterprise());
        Context context = lane.context();
        this.roomy = () -> context.runOnContext(now -> roomAgain());
    }

    /** What a message weighs on its way to Kafka, in bytes. */
    static int weight(Taken taken) {
        int weight = AROUND;
        for (Parcel parcel : taken.parcels()) {
            weight += parcel.value().length;
        }
        return weight;
    }

    /** Whether another message may be taken in; if not, the tap is held until it may. */
    boolean hasRoom() {
        if (flow.hasRoom()) {
            return true;
        }
        if (!waiting && open) {
            waiting = true;
            metrics.waitsForRoom();
            tap.hold(Tap.Hold.ROOM);
            flow.awaitRoom(roomy);
        }
        return false;
    }

    private void roomAgain() {
        if (waiting) {
            waiting = false;
            tap.release(Tap.Hold.ROOM);
        }
    }

    /** Whether the device would have to wait too long to be left waiting without a word. */
    boolean isOverdrawn() {
        return flow.isOverdrawn();
    }

    /** A message has been taken in, with a payload of some bytes, which took some nanoseconds. */
    void took(int bytes, long nanos) {
        long wait = flow.came(bytes);
        if (wait > 0) {
            slowDown(wait);
        }
        lane.turns().spent(turn, tap, nanos);
    }

    private void slowDown(long nanos) {
        if (!slowed) {
            slowed = true;
            metrics.slowed();
            tap.hold(Tap.Hold.RATE);
            ((ContextInternal) lane.context()).nettyEventLoop().schedule(this::fastAgain, nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** A message was refused because the device would have to wait too long; another is not looked at for a while. */
    void refused() {
        metrics.refused();
        slowDown(WHILE);
    }

    private void fastAgain() {
        slowed = false;
        tap.release(Tap.Hold.RATE);
    }

    /** Records of some weight are on their way to Kafka. */
    void left(int weight) {
        flow.left(weight);
    }

    /** They are so no longer; also once the session has ended. */
    void arrived(int weight) {
        flow.arrived(weight);
    }

    /** The session has ended. */
    void end() {
        open = false;
        flow.forget(roomy);
        flow.close();
        lane.turns().leave(identity.enterprise());
    }
}
