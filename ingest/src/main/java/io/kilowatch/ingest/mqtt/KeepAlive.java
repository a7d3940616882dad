package io.kilowatch.ingest.mqtt;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateEvent;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;
import java.util.function.BooleanSupplier;

/** Notices that a client was silent for longer than it promised, before the MQTT server closes its connection for it. */
final class KeepAlive extends ChannelInboundHandlerAdapter {
    /** The MQTT server's own handler that measures silence; there is none if the client promised nothing. */
    private static final String IDLE = "idle";

    private final BooleanSupplier expired;

    private KeepAlive(BooleanSupplier expired) {
        this.expired = expired;
    }

    /**
     * Watches a connection whose CONNECT has been read.
     *
     * @param expired told of it; false if the client is not to blame
     */
    static void watch(NetSocket socket, BooleanSupplier expired) {
        ChannelPipeline pipeline =
                ((NetSocketInternal) socket).channelHandlerContext().pipeline();
        if (pipeline.get(IDLE) != null) {
            pipeline.addAfter(IDLE, "keep-alive-expired", new KeepAlive(expired));
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (!(event instanceof IdleStateEvent) || expired.getAsBoolean()) {
            ctx.fireUserEventTriggered(event);
        }
    }
}
