package io.kilowatch.simulators.load;

import io.kilowatch.simulators.device.Gateway;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Where a load goes.
 *
 * @param host the gateway's host
 * @param port its port
 * @param tls what its certificate is checked with, where TLS is spoken
 */
public record Target(String host, int port, Optional<SslContext> tls) {
    /** A gateway that speaks plain TCP. */
    public static Target plain(String host, int port) {
        return new Target(host, port, Optional.empty());
    }

    /**
     * A gateway.
     *
     * @param authorities certificates in PEM that are trusted instead of those of the JDK
     */
    public static Target of(Gateway gateway, Optional<Path> authorities) {
        if (!gateway.tls()) {
            return plain(gateway.host(), gateway.port());
        }
        try {
            SslContextBuilder tls = SslContextBuilder.forClient();
            authorities.ifPresent(file -> tls.trustManager(file.toFile()));
            return new Target(gateway.host(), gateway.port(), Optional.of(tls.build()));
        } catch (SSLException | IllegalArgumentException e) {
            throw new IllegalArgumentException("these certificates cannot be used: " + e.getMessage(), e);
        }
    }
}
