package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.tls.Tls;
import io.vertx.core.net.NetServerOptions;
import java.util.Optional;

/**
 * A port that MQTT is spoken at.
 *
 * @param host the address to listen on
 * @param port the port; a negative number is one free port for all listeners that have the same number
 * @param tls what secures it; empty for plain TCP
 */
public record Door(String host, int port, Optional<Tls> tls) {
    /** Sets address and TLS of a server. */
    void apply(NetServerOptions options) {
        options.setHost(host).setPort(port);
        tls.ifPresent(secured -> secured.secure(options));
    }
}
