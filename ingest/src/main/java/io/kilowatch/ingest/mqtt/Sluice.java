package io.kilowatch.ingest.mqtt;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a client's packets back while they must wait, and its connection alive meanwhile.
 *
 * <p>Some are read ahead and kept, for behind them may be a PINGREQ, which is answered at once. When enough are kept, the
 * socket is read no further, and then the client cannot be blamed for silence: keep-alive ends no connection that the
 * gateway itself does not read.
 */
final class Sluice extends ChannelInboundHandlerAdapter {
    /** How many bytes of packets are read ahead. */
    private static final int AHEAD = 64 * 1024;

    /** How many by all connections; beyond, each keeps no more than one read of its socket. */
    private static final long AHEAD_OF_ALL = 64 * 1024 * 1024;

    private static final int AROUND = 128;
    private static final MqttMessage PINGRESP =
            new MqttMessage(new MqttFixedHeader(MqttMessageType.PINGRESP, false, MqttQoS.AT_MOST_ONCE, false, 0));

    private final BooleanSupplier mayPass;
    private final AtomicLong all;
    private final Deque<Object> kept = new ArrayDeque<>();
    private @Nullable ChannelHandlerContext context;
    private int bytes;
    private boolean shut;
    private boolean stopped;
    private boolean passing;
    private boolean unheard;

    /**
     * An open sluice.
     *
     * @param mayPass asked before each PUBLISH; if it says no, it has shut the sluice
     * @param all how many bytes all sluices keep
     */
    Sluice(BooleanSupplier mayPass, AtomicLong all) {
        this.mayPass = mayPass;
        this.all = all;
    }

    /** Puts it into a connection whose CONNECT has been read, behind what measures the client's silence. */
    void install(Channel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        if (pipeline.get("idle") != null) {
            pipeline.addAfter("idle", "sluice", this);
        } else if (pipeline.get("handler") != null) {
            pipeline.addBefore("handler", "sluice", this);
        }
    }

    /**
     * Lets no more through.
     *
     * @param ahead whether packets are read ahead
     */
    void shut(boolean ahead) {
        shut = true;
        if (!ahead) {
            stop();
        } else if (hasRoom()) {
            listen();
        }
    }

    private boolean hasRoom() {
        return bytes <= AHEAD && all.get() <= AHEAD_OF_ALL;
    }

    private void keep(int more) {
        bytes += more;
        all.addAndGet(more);
    }

    /** Lets through what was kept, and what comes. */
    void open() {
        shut = false;
        if (context != null && !passing) {
            pass(context);
        }
    }

    private void pass(ChannelHandlerContext ctx) {
        boolean some = false;
        for (Object packet = kept.peek(); packet != null && mayPass(packet); packet = kept.peek()) {
            kept.remove();
            keep(-weight(packet));
            some = true;
            pass(ctx, packet);
        }
        if (some) {
            ctx.fireChannelReadComplete();
        }
        if (!shut && kept.isEmpty()) {
            listen();
        }
    }

    /** What opens the sluice meanwhile must not let others through before this one has been dealt with. */
    private void pass(ChannelHandlerContext ctx, Object packet) {
        passing = true;
        try {
            ctx.fireChannelRead(packet);
        } finally {
            passing = false;
        }
    }

    private void stop() {
        if (context != null && !stopped) {
            stopped = true;
            context.channel().config().setAutoRead(false);
        }
    }

    private void listen() {
        if (context != null && stopped) {
            stopped = false;
            unheard = true;
            context.channel().config().setAutoRead(true);
        }
    }

    private boolean mayPass(Object packet) {
        return !shut && (!(packet instanceof MqttPublishMessage) || mayPass.getAsBoolean());
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object packet) {
        unheard = false;
        if (kept.isEmpty() && !passing && mayPass(packet)) {
            pass(ctx, packet);
            if (!shut) {
                listen();
            }
        } else if (packet instanceof MqttMessage message
                && message.decoderResult().isSuccess()
                && message.fixedHeader().messageType() == MqttMessageType.PINGREQ) {
            ctx.writeAndFlush(PINGRESP);
        } else {
            kept.add(packet);
            keep(weight(packet));
            if (!hasRoom()) {
                stop();
            }
        }
    }

    private static int weight(Object packet) {
        return packet instanceof MqttPublishMessage publish && publish.payload() != null
                ? publish.payload().readableBytes() + AROUND
                : AROUND;
    }

    /** Keep-alive is over; not if nothing could be heard of the client because nobody listened. */
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        boolean deaf = unheard || !ctx.channel().config().isAutoRead();
        if (!(event instanceof IdleStateEvent) || !deaf) {
            ctx.fireUserEventTriggered(event);
        }
        unheard = false;
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        drop();
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        drop();
    }

    private void drop() {
        shut = true;
        for (Object packet = kept.poll(); packet != null; packet = kept.poll()) {
            ReferenceCountUtil.release(packet);
        }
        keep(-bytes);
    }
}
