package io.kilowatch.simulators.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One connection of a device, from CONNECT to its end: takes apart what the gateway says. */
final class Connection extends ByteToMessageDecoder {
    private final Device device;

    Connection(Device device) {
        this.device = device;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        device.opened(context.channel());
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        long now = System.nanoTime();
        while (in.readableBytes() >= 2) {
            int begin = in.readerIndex();
            int length = Packets.length(in, begin + 1);
            int body = begin + 1 + Packets.lengthSize(length);
            if (length == Packets.INCOMPLETE || in.writerIndex() < body + length) {
                return;
            }
            packet(in, begin, body, length, now);
            in.readerIndex(body + length);
        }
    }

    private void packet(ByteBuf in, int begin, int body, int length, long now) {
        switch (in.getByte(begin) & 0xF0) {
            case Packets.PUBACK -> device.acknowledged(in.getUnsignedShort(body), now);
            case Packets.CONNACK -> device.answered(in.getByte(body + 1), now);
            case Packets.PUBLISH -> device.refused(in.toString(body, length, StandardCharsets.UTF_8));
            case Packets.SUBACK, Packets.PINGRESP -> {}
            default -> device.failed(new IllegalStateException("an unexpected packet came"));
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        super.channelReadComplete(context);
        device.fill(System.nanoTime());
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            device.fill(System.nanoTime());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        super.channelInactive(context);
        device.closed(context.channel());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        device.failed(cause);
        context.close();
    }
}
