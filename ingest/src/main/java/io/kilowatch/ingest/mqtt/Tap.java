package io.kilowatch.ingest.mqtt;

import io.vertx.core.net.NetSocket;
import java.util.EnumSet;
import java.util.Set;

/**
 * The tap on what comes over a connection: nothing more is read while anybody holds it shut. Used on the connection's
 * event loop only.
 */
final class Tap {
    private final NetSocket socket;
    private final Set<Hold> holds = EnumSet.noneOf(Hold.class);

    /** Why nothing is read. */
    enum Hold {
        /** It is not decided yet whether the client may come in. */
        ADMISSION,
        /** Too much waits to be acknowledged. */
        IN_FLIGHT,
        /** The device or its enterprise sends faster than it may. */
        RATE,
        /** Too many bytes have come from its address. */
        BYTES
    }

    Tap(NetSocket socket) {
        this.socket = socket;
    }

    /** Reads no more until each hold is released. */
    void hold(Hold why) {
        if (holds.isEmpty()) {
            socket.pause();
        }
        holds.add(why);
    }

    /** Whether nothing is read. */
    boolean isShut() {
        return !holds.isEmpty();
    }

    /** Reads on, unless it is held for another reason. */
    void release(Hold why) {
        if (holds.remove(why) && holds.isEmpty()) {
            socket.resume();
        }
    }
}
