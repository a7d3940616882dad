package io.kilowatch.ingest.packet;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttMessage;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A gate on its own: what goes in, and what becomes of it. */
final class Gate implements AutoCloseable {
    static final int MOST_BYTES = 1_000;
    static final int MOST_ALIASES = 10;

    private final EmbeddedChannel channel = new EmbeddedChannel(new PacketGate(MOST_BYTES, MOST_ALIASES));

    /** A gate that a client of a level has connected through. */
    static Gate connected(int level) {
        Gate gate = new Gate();
        gate.send(Wire.connect(level, 0x02, new byte[0], "c"));
        gate.passed();
        return gate;
    }

    Gate send(byte[]... packets) {
        for (byte[] packet : packets) {
            channel.writeInbound(Unpooled.copiedBuffer(packet));
        }
        return this;
    }

    /** The packets let through since it was last asked, and the fault after them, in words. */
    List<String> passed() {
        List<String> passed = new ArrayList<>();
        for (Object one = channel.readInbound(); one != null; one = channel.readInbound()) {
            if (one instanceof ByteBuf packet) {
                passed.add("packet " + (packet.getUnsignedByte(0) >> 4));
                packet.release();
            } else {
                PacketFault fault =
                        (PacketFault) ((MqttMessage) one).decoderResult().cause();
                passed.add("fault %02x".formatted(fault.code()));
            }
        }
        return passed;
    }

    /** What the gate itself has answered, in hexadecimal; empty if nothing. */
    String answered() {
        StringBuilder answer = new StringBuilder();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            byte[] bytes = new byte[part.readableBytes()];
            part.readBytes(bytes).release();
            answer.append(HexFormat.of().formatHex(bytes));
        }
        return answer.toString();
    }

    boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public void close() {
        channel.finishAndReleaseAll();
    }
}
