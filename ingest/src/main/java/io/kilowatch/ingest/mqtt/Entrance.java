package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.guard.ConnectionLimits;
import io.kilowatch.ingest.guard.Networks;
import io.kilowatch.ingest.guard.Pass;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Sees each TCP connection first, before TLS costs anything, and closes those that are too many.
 *
 * <p>Behind a balancer the client's address is not known yet; then only the balancer's own is looked at here.
 */
@Sharable
final class Entrance extends ChannelInboundHandlerAdapter {
    private static final AttributeKey<Pass> PASS = AttributeKey.valueOf(Entrance.class, "pass");

    private final ConnectionLimits limits;
    private final Networks proxies;

    Entrance(ConnectionLimits limits, Networks proxies) {
        this.limits = limits;
        this.proxies = proxies;
    }

    /** The count of a connection that has passed. */
    static Optional<Pass> pass(Channel channel) {
        return Optional.ofNullable(channel.attr(PASS).get());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        Channel child = (Channel) message;
        Optional<Pass> pass =
                child.remoteAddress() instanceof InetSocketAddress remote ? enter(remote.getAddress()) : limits.enter();
        if (pass.isEmpty()) {
            child.unsafe().closeForcibly();
            return;
        }
        child.attr(PASS).set(pass.get());
        child.closeFuture().addListener(closed -> pass.get().leave());
        context.fireChannelRead(message);
    }

    private Optional<Pass> enter(InetAddress address) {
        if (!proxies.isEmpty()) {
            return proxies.contains(address) ? limits.enter() : Optional.empty();
        }
        Optional<Pass> pass = limits.enter();
        if (pass.isPresent() && !pass.get().at(address)) {
            pass.get().leave();
            return Optional.empty();
        }
        return pass;
    }
}
