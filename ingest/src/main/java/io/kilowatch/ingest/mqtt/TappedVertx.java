package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.guard.GuardConfig;
import io.kilowatch.ingest.guard.Networks;
import io.kilowatch.ingest.guard.Pass;
import io.kilowatch.ingest.packet.PacketGate;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.internal.VertxWrapper;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.NetServerImpl;
import io.vertx.core.net.impl.NetServerInternal;
import io.vertx.core.spi.transport.Transport;
import io.vertx.mqtt.MqttEndpoint;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
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

    private final Gateway gateway;
    private final Transport transport;
    private final Map<Ends, Peer> peers = new ConcurrentHashMap<>();

    private record Ends(SocketAddress remote, SocketAddress local) {}

    TappedVertx(Vertx vertx, Gateway gateway) {
        super((VertxInternal) vertx);
        this.gateway = gateway;
        GuardConfig guard = gateway.guard();
        this.transport = new GuardedTransport(delegate.transport(), new Entrance(gateway.limits(), guard.proxies()));
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public NetServerInternal createNetServer(NetServerOptions options) {
        NetServerInternal server = new NetServerImpl(this, options);
        server.exceptionHandler(failure -> {
            gateway.protection().handshakeFailed();
            log.debug("TLS handshake or PROXY header failed [fault: {}]", failure.toString());
        });
        return new TappedServer(server, this::opened, TappedVertx::prepared);
    }

    /** The other end of an endpoint, once; null if the connection is closed already. */
    @Nullable
    Peer take(MqttEndpoint endpoint) {
        return peers.remove(new Ends(endpoint.remoteAddress(), endpoint.localAddress()));
    }

    /** Called before the MQTT server sees the socket; at CONNECT the server replaces the handlers. */
    private boolean opened(NetSocket socket) {
        Channel channel = ((NetSocketInternal) socket).channelHandlerContext().channel();
        Optional<Pass> pass = Entrance.pass(channel);
        Optional<InetAddress> address = address(socket.remoteAddress());
        boolean told = !gateway.guard().proxies().isEmpty() && pass.isPresent() && address.isPresent();
        if (told && !pass.get().at(address.get())) {
            channel.close();
            return false;
        }
        Peer peer = Peer.of(
                socket, pass, address.filter(from -> !gateway.guard().exempt().contains(from)));
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addFirst("flush", new FlushConsolidationHandler(FLUSH_AFTER, true));
        if (peer.source().isPresent() && pass.isPresent()) {
            pipeline.addFirst("inflow", new Inflow(pass.get(), peer.tap()));
        }
        pipeline.addBefore("handler", "gate", new PacketGate(gateway.terms().maxRemaining(), Terms.TOPIC_ALIASES));
        Ends ends = new Ends(socket.remoteAddress(), socket.localAddress());
        peers.put(ends, peer);
        socket.exceptionHandler(
                failure -> log.debug("connection failed before CONNECT [fault: {}]", failure.toString()));
        socket.closeHandler(closed -> peers.remove(ends, peer));
        return true;
    }

    /** Called once the MQTT server has put its codec into the pipeline. */
    private static void prepared(NetSocket socket) {
        ChannelPipeline pipeline =
                ((NetSocketInternal) socket).channelHandlerContext().pipeline();
        if (pipeline.get("mqttDecoder") != null) {
            pipeline.addAfter("mqttDecoder", "name", new ConnectName());
        }
    }

    private static Optional<InetAddress> address(SocketAddress address) {
        String literal = address.hostAddress();
        return literal == null ? Optional.empty() : Networks.literal(literal);
    }
}
