package io.kilowatch.deploy.bench.gateway;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;

/** Answers the packets of one client, of which it reads no more than it must; all of one read in one write. */
final class Acknowledger implements Handler<Buffer> {
    private static final int CONNECT = 0x10;
    private static final int PUBLISH = 0x30;
    private static final int SUBSCRIBE = 0x80;
    private static final int PINGREQ = 0xC0;
    private static final byte[] CONNACK = {0x20, 2, 0, 0};
    private static final byte[] PINGRESP = {(byte) 0xD0, 0};
    private static final int LONGEST_LENGTH = 4;

    private final NetSocket socket;
    private Buffer rest = Buffer.buffer();

    Acknowledger(NetSocket socket) {
        this.socket = socket;
    }

    @Override
    public void handle(Buffer more) {
        Buffer all = rest.length() == 0 ? more : rest.appendBuffer(more);
        Buffer answers = Buffer.buffer(256);
        int at = 0;
        for (int end = end(all, at); end >= 0; end = end(all, at)) {
            answer(all, at, answers);
            at = end;
        }
        rest = at == all.length() ? Buffer.buffer() : Buffer.buffer().appendBuffer(all, at, all.length() - at);
        if (answers.length() > 0) {
            socket.write(answers);
        }
    }

    /** Where the packet that begins at a place ends; -1 if it is not all there. */
    private static int end(Buffer all, int at) {
        int length = 0;
        for (int i = 0; i < LONGEST_LENGTH && at + 1 + i < all.length(); i++) {
            byte digit = all.getByte(at + 1 + i);
            length |= (digit & 0x7F) << 7 * i;
            if (digit >= 0) {
                int end = at + 2 + i + length;
                return end <= all.length() ? end : -1;
            }
        }
        return -1;
    }

    private static void answer(Buffer all, int at, Buffer answers) {
        int body = at + 2;
        while (all.getByte(body - 1) < 0) {
            body++;
        }
        switch (all.getByte(at) & 0xF0) {
            case CONNECT -> answers.appendBytes(CONNACK);
            case PUBLISH -> {
                int packetId = body + 2 + all.getUnsignedShort(body);
                answers.appendByte((byte) 0x40)
                        .appendByte((byte) 2)
                        .appendByte(all.getByte(packetId))
                        .appendByte(all.getByte(packetId + 1));
            }
            case SUBSCRIBE ->
                answers.appendByte((byte) 0x90)
                        .appendByte((byte) 3)
                        .appendByte(all.getByte(body))
                        .appendByte(all.getByte(body + 1))
                        .appendByte((byte) 0);
            case PINGREQ -> answers.appendBytes(PINGRESP);
            default -> {}
        }
    }
}
