package io.kilowatch.ingest.packet;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.mqtt.MqttMessage;
import java.util.List;

/**
 * Lets whole packets through that keep to the letter of the client's version, each as one buffer.
 *
 * <p>A CONNECT with a fault is answered here. Any later fault goes the way of the packets as a message that could not be
 * decoded, so that what came before it is dealt with first. After a fault nothing is read any more.
 */
public final class PacketGate extends ByteToMessageDecoder {
    private static final int CONNECT = 0x10;
    private static final byte CONNACK = 0x20;
    private static final int MQTT_3_1 = 3;
    private static final int MQTT_3_1_1 = 4;
    private static final int MQTT_5 = 5;
    private static final int LONGEST_HEADER = 5;

    private final int mostBytes;
    private final int mostAliases;
    private int level;
    private boolean connected;
    private boolean faulty;

    /**
     * The gate of one connection.
     *
     * @param mostBytes the longest packet after its fixed header
     * @param mostAliases the largest topic alias
     */
    public PacketGate(int mostBytes, int mostAliases) {
        this.mostBytes = mostBytes;
        this.mostAliases = mostAliases;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (faulty) {
            stop(in);
            return;
        }
        try {
            int header = header(in);
            if (header > 0) {
                long length = length(in, header);
                if (length > mostBytes) {
                    throw PacketFault.tooLarge(length, mostBytes);
                }
                int whole = header + (int) length;
                if (in.readableBytes() >= whole) {
                    examine(in, header, whole);
                    out.add(in.readRetainedSlice(whole));
                }
            }
        } catch (PacketFault fault) {
            stop(in);
            refuse(ctx, fault, out);
        } catch (ConnectCheck.OldRefusal refusal) {
            stop(in);
            close(ctx, new byte[] {CONNACK, 0x02, 0x00, refusal.code()});
        }
    }

    private void stop(ByteBuf in) {
        faulty = true;
        in.skipBytes(in.readableBytes());
    }

    /** The bytes of the fixed header; 0 while it is not there as a whole. */
    private int header(ByteBuf in) {
        int readable = in.readableBytes();
        int first = in.getUnsignedByte(in.readerIndex());
        PacketKind kind = PacketKind.of(first >> 4);
        if (!connected && kind != PacketKind.CONNECT) {
            throw PacketFault.untold("the first packet is no CONNECT");
        }
        for (int i = 1; i < Math.min(readable, LONGEST_HEADER); i++) {
            if (in.getByte(in.readerIndex() + i) >= 0) {
                admit(kind, first & 0x0F);
                return i + 1;
            }
        }
        if (kind == PacketKind.RESERVED) {
            kind.admit(0);
        }
        if (readable >= LONGEST_HEADER) {
            throw PacketFault.untold("the remaining length has more than four bytes");
        }
        return 0;
    }

    private void admit(PacketKind kind, int flags) {
        if (connected) {
            kind.admit(flags);
            if (kind == PacketKind.CONNECT) {
                throw PacketFault.protocolError("CONNECT came twice");
            }
        }
    }

    private static long length(ByteBuf in, int header) {
        long length = 0;
        for (int i = 1; i < header; i++) {
            length |= (long) (in.getByte(in.readerIndex() + i) & 0x7F) << 7 * (i - 1);
        }
        return length;
    }

    private void examine(ByteBuf in, int header, int whole) {
        int start = in.readerIndex();
        int first = in.getUnsignedByte(start);
        PacketBytes packet = new PacketBytes(in, start + header, start + whole);
        PacketKind kind = PacketKind.of(first >> 4);
        boolean five = level == MQTT_5;
        switch (kind) {
            case CONNECT -> {
                level = ConnectCheck.level(packet);
                if (!ConnectCheck.allows(first & 0x0F, level)) {
                    throw PacketFault.untold("CONNECT has wrong flags");
                }
                in.setByte(start, CONNECT);
                ConnectCheck.rest(packet, level);
                connected = true;
            }
            case PUBLISH -> PublishCheck.check(first & 0x0F, packet, five, mostAliases);
            case SUBSCRIBE, UNSUBSCRIBE -> SubscriptionCheck.check(kind, packet, five);
            case DISCONNECT -> AnswerCheck.disconnect(packet, five);
            case PINGREQ -> {
                if (!packet.isEmpty()) {
                    throw PacketFault.untold("PINGREQ has a body");
                }
            }
            default -> AnswerCheck.check(kind, packet, five);
        }
    }

    private void refuse(ChannelHandlerContext ctx, PacketFault fault, List<Object> out) {
        if (connected) {
            out.add(new MqttMessage(null, null, null, DecoderResult.failure(fault)));
        } else if (fault.code() == PacketFault.UNTOLD || level == MQTT_3_1_1 || level == MQTT_3_1) {
            ctx.close();
        } else {
            close(ctx, new byte[] {CONNACK, 0x03, 0x00, fault.code(), 0x00});
        }
    }

    private static void close(ChannelHandlerContext ctx, byte[] last) {
        ctx.writeAndFlush(Unpooled.wrappedBuffer(last)).addListener(ChannelFutureListener.CLOSE);
    }
}
