package io.kilowatch.ingest.mqtt;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateEvent;

/** Notices that a client was silent for longer than it may be, before its connection is closed for it. */
final class SilenceWatch extends ChannelInboundHandlerAdapter {
    /** What knows whether anybody listened to the client. */
    private static final String BEFORE = "sluice";

    private final Runnable expired;

    private SilenceWatch(Runnable expired) {
        this.expired = expired;
    }

    /** Watches a connection that has its sluice. */
    static void begin(Peer peer, Runnable expired) {
        ChannelPipeline pipeline = peer.channel().pipeline();
        if (pipeline.get(BEFORE) != null) {
            pipeline.addAfter(BEFORE, "silence-watch", new SilenceWatch(expired));
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof IdleStateEvent) {
            expired.run();
        }
        ctx.fireUserEventTriggered(event);
    }
}
