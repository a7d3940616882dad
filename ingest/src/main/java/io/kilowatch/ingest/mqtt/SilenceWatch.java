package io.kilowatch.ingest.mqtt;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateEvent;
import java.util.function.BooleanSupplier;

/** Notices that a client was silent for longer than it promised, before its connection is closed for it. */
final class SilenceWatch extends ChannelInboundHandlerAdapter {
    /** The handler that measures silence. */
    private static final String IDLE = "idle";

    /** It passes the silence on only where the client was listened to. */
    private static final String SLUICE = "sluice";

    private final BooleanSupplier expired;

    private SilenceWatch(BooleanSupplier expired) {
        this.expired = expired;
    }

    /**
     * Watches a connection whose {@link KeepAlive} is settled.
     *
     * @param expired told of it; false if the client is not to blame
     */
    static void begin(Peer peer, BooleanSupplier expired) {
        ChannelPipeline pipeline = peer.channel().pipeline();
        if (pipeline.get(IDLE) != null) {
            pipeline.addAfter(SLUICE, "silence-watch", new SilenceWatch(expired));
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (!(event instanceof IdleStateEvent) || expired.getAsBoolean()) {
            ctx.fireUserEventTriggered(event);
        }
    }
}
