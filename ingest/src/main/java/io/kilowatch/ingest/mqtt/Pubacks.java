package io.kilowatch.ingest.mqtt;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import org.jspecify.annotations.Nullable;

/**
 * The PUBACKs of a session that say success and nothing else, four bytes in any version: gathered, and written together.
 *
 * <p>Whoever gathers must see to it that they are sent before any other PUBACK, because a client may count on their order.
 */
final class Pubacks {
    private static final byte PUBACK = 0x40;
    private static final byte LENGTH = 2;
    private static final int USUAL_BYTES = 64;

    private final NetSocket socket;
    private @Nullable Buffer gathered;

    Pubacks(NetSocket socket) {
        this.socket = socket;
    }

    /** One more; true if it is the first one gathered since the others were sent. */
    boolean gather(int packetId) {
        Buffer before = gathered;
        Buffer all = before == null ? Buffer.buffer(USUAL_BYTES) : before;
        all.appendByte(PUBACK).appendByte(LENGTH).appendShort((short) packetId);
        gathered = all;
        return before == null;
    }

    /** Sends what is gathered. */
    void send() {
        Buffer all = gathered;
        if (all != null) {
            gathered = null;
            socket.write(all);
        }
    }
}
