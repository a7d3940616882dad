package io.kilowatch.ingest.mqtt;

import io.vertx.core.net.NetSocket;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tap on what comes over a connection: nothing more is read while anybody holds it shut. Used on the connection's
 * event loop only.
 */
final class Tap {
    private final NetSocket socket;
    private final Set<Hold> holds = EnumSet.noneOf(Hold.class);
    private @Nullable Sluice sluice;

    /** Why nothing is read. */
    enum Hold {
        /** It is not decided yet whether the client may come in. */
        ADMISSION,
        /** Too much waits to be acknowledged. */
        IN_FLIGHT,
        /** Too much of its enterprise, or of all, is on its way to Kafka. */
        ROOM,
        /** The device or its enterprise sends faster than it may. */
        RATE,
        /** Too many bytes have come from its address. */
        BYTES,
        /** Others on its event loop have their turn. */
        TURN
    }

    Tap(NetSocket socket) {
        this.socket = socket;
    }

    /** From now on packets that have been read are kept back too. */
    void put(Sluice before) {
        sluice = before;
    }

    /** Reads no more until each hold is released. */
    void hold(Hold why) {
        if (holds.isEmpty()) {
            socket.pause();
        }
        holds.add(why);
        if (sluice != null) {
            sluice.shut(readsAhead());
        }
    }

    /** Reads on, unless it is held for another reason. */
    void release(Hold why) {
        if (!holds.remove(why)) {
            return;
        }
        if (holds.isEmpty()) {
            socket.resume();
        }
        if (sluice != null && holds.isEmpty()) {
            sluice.open();
        } else if (sluice != null) {
            sluice.shut(readsAhead());
        }
    }

    /** Reading ahead takes the very time and the very bytes that these are held for. */
    private boolean readsAhead() {
        return !holds.contains(Hold.TURN) && !holds.contains(Hold.BYTES);
    }
}
