package io.kilowatch.simulators.load;

import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One connection that keeps a window of messages in flight; it lives on its socket's event loop. */
final class LoadDevice {
    private static final int HIGHEST_PACKET_ID = 65_535;

    private final Messages messages;
    private final int device;
    private final int window;
    private final byte[] topic;
    private final Promise<Void> connected = Promise.promise();
    private final Promise<Void> done = Promise.promise();
    private Buffer rest = Buffer.buffer();
    private @Nullable NetSocket socket;
    private @Nullable Context context;
    private int sent;
    private int acknowledged;
    private int target;

    LoadDevice(Messages messages, int device, int window) {
        this.messages = messages;
        this.device = device;
        this.window = window;
        this.topic = messages.topic(device).getBytes(StandardCharsets.UTF_8);
    }

    Promise<Void> connected() {
        return connected;
    }

    Promise<Void> done() {
        return done;
    }

    void attach(NetSocket connection) {
        socket = connection;
        context = Vertx.currentContext();
        connection.handler(this::received);
        connection.closeHandler(closed -> fail("the gateway closed the connection of device " + device));
        connection.exceptionHandler(fault -> fail(fault.toString()));
        connection.write(MqttPackets.connect("load-" + device, messages.user(device), messages.password(device)));
    }

    /** Sends so many messages; may be called from any thread once connected. */
    void start(int count) {
        Context own = context;
        if (own == null) {
            fail("device " + device + " is not connected");
            return;
        }
        own.runOnContext(now -> {
            target = count;
            fill();
            finish();
        });
    }

    private void fill() {
        NetSocket open = socket;
        if (open == null) {
            return;
        }
        Buffer packets = null;
        while (sent < target && sent - acknowledged < window) {
            int packetId = sent % HIGHEST_PACKET_ID + 1;
            Buffer packet = MqttPackets.publish(topic, packetId, messages.payload(device, sent));
            packets = packets == null ? packet : packets.appendBuffer(packet);
            sent++;
        }
        if (packets != null) {
            open.write(packets);
        }
    }

    private void received(Buffer more) {
        Buffer all = rest.length() == 0 ? more : rest.appendBuffer(more);
        int at = 0;
        // Every packet that the gateway sends to a device which subscribes to nothing has a length of one byte.
        while (all.length() - at >= 2 && all.length() - at >= 2 + all.getByte(at + 1)) {
            packet(all, at);
            at += 2 + all.getByte(at + 1);
        }
        rest = at == all.length() ? Buffer.buffer() : all.getBuffer(at, all.length());
        fill();
        finish();
    }

    private void packet(Buffer all, int at) {
        switch (all.getByte(at) & 0xF0) {
            case 0x20 -> {
                if (all.getByte(at + 3) == 0) {
                    connected.tryComplete();
                } else {
                    fail("device " + device + " was refused with code " + all.getByte(at + 3));
                }
            }
            case 0x40 -> acknowledged++;
            default -> fail("device " + device + " got an unexpected packet");
        }
    }

    private void finish() {
        if (target > 0 && acknowledged == target) {
            done.tryComplete();
        }
    }

    private void fail(String fault) {
        connected.tryFail(fault);
        done.tryFail(fault);
    }
}
