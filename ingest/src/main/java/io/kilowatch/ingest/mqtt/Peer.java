package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.access.Caller;
import io.kilowatch.ingest.guard.Pass;
import io.kilowatch.ingest.guard.Source;
import io.kilowatch.ingest.tls.Presented;
import io.netty.channel.Channel;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;
import io.vertx.mqtt.MqttEndpoint;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * The other end of a connection: its socket with the tap on it, where it comes from and what it has shown TLS.
 *
 * @param socket the socket
 * @param tap the tap on what is read from it
 * @param pass its count among the connections
 * @param source where it comes from; empty if no limit by address holds
 * @param certificate its client certificate
 */
record Peer(NetSocket socket, Tap tap, Optional<Pass> pass, Optional<Source> source, Optional<Presented> certificate) {

    static Peer of(NetSocket socket, Optional<Pass> pass, Optional<InetAddress> limited) {
        return new Peer(socket, new Tap(socket), pass, limited.map(Source::of), certificate(socket));
    }

    private static Optional<Presented> certificate(NetSocket socket) {
        if (!socket.isSsl()) {
            return Optional.empty();
        }
        try {
            List<X509Certificate> chain = socket.peerCertificates().stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            return chain.isEmpty() ? Optional.empty() : Optional.of(new Presented(chain));
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty(); // it has shown none
        }
    }

    Channel channel() {
        return ((NetSocketInternal) socket).channelHandlerContext().channel();
    }

    /** Who asks to come in with a CONNECT. */
    Caller caller(MqttEndpoint endpoint) {
        var auth = endpoint.auth();
        String user = auth == null ? ConnectName.of(channel()) : auth.getUsername();
        return new Caller(source, user, auth == null ? null : auth.getPassword(), certificate);
    }
}
