package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.packet.PacketGate;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.internal.VertxWrapper;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.NetServerInternal;
import io.vertx.mqtt.MqttEndpoint;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Vert.x whose servers let one get at the socket under an MQTT endpoint.
 *
 * <p>An endpoint cannot be paused, and a packet that comes before CONNACK, which a client may send, makes it close the
 * connection. Its socket can be paused.
 */
final class TappedVertx extends VertxWrapper {
    private static final Logger log = LoggerFactory.getLogger(TappedVertx.class);
    private static final int FLUSH_AFTER = 256;

    private final Terms terms;
    private final Map<Ends, NetSocket> sockets = new ConcurrentHashMap<>();

    private record Ends(SocketAddress remote, SocketAddress local) {}

    TappedVertx(Vertx vertx, Terms terms) {
        super((VertxInternal) vertx);
        this.terms = terms;
    }

    @Override
    public NetServerInternal createNetServer(NetServerOptions options) {
        return new TappedServer(super.createNetServer(options), this::opened);
    }

    /** The socket of an endpoint, once; null if the connection is closed already. */
    @Nullable
    NetSocket take(MqttEndpoint endpoint) {
        return sockets.remove(new Ends(endpoint.remoteAddress(), endpoint.localAddress()));
    }

    /** Called before the MQTT server sees the socket; at CONNECT the server replaces the handlers. */
    private void opened(NetSocket socket) {
        ChannelPipeline pipeline =
                ((NetSocketInternal) socket).channelHandlerContext().pipeline();
        pipeline.addFirst("flush", new FlushConsolidationHandler(FLUSH_AFTER, true));
        pipeline.addBefore("handler", "gate", new PacketGate(terms.maxRemaining(), Terms.TOPIC_ALIASES));
        Ends ends = new Ends(socket.remoteAddress(), socket.localAddress());
        sockets.put(ends, socket);
        socket.exceptionHandler(
                failure -> log.debug("connection failed before CONNECT [fault: {}]", failure.toString()));
        socket.closeHandler(closed -> sockets.remove(ends, socket));
    }
}
