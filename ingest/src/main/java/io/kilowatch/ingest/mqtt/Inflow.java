package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.guard.Pass;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.TimeUnit;

/** Counts the bytes of a connection, and shuts its tap for as long as its address has had more than it may. */
final class Inflow extends ChannelInboundHandlerAdapter {
    private final Pass pass;
    private final Tap tap;
    private boolean held;

    Inflow(Pass pass, Tap tap) {
        this.pass = pass;
        this.tap = tap;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes) {
            long wait = pass.came(bytes.readableBytes());
            if (wait > 0 && !held) {
                held = true;
                tap.hold(Tap.Hold.BYTES);
                context.executor().schedule(this::release, wait, TimeUnit.NANOSECONDS);
            }
        }
        context.fireChannelRead(message);
    }

    private void release() {
        held = false;
        tap.release(Tap.Hold.BYTES);
    }
}
