package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.Plant;
import io.kilowatch.ingest.TestAuthority;
import io.kilowatch.ingest.TestAuthority.Leaf;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A gateway that speaks TLS on loopback, beside plain TCP, and looks at its files every tenth of a second. */
final class TlsFixture implements AutoCloseable {
    static final TestAuthority OPERATOR = new TestAuthority("CN=operator");

    private static final char[] NO_PASSWORD = new char[0];

    final GatewayFixture gateway;
    private final Path folder;

    TlsFixture(Path folder, Plant plant) throws IOException {
        this(folder, plant, Map.of());
    }

    TlsFixture(Path folder, Plant plant, Map<String, String> others) throws IOException {
        this.folder = folder;
        Leaf server = OPERATOR.leaf("CN=gateway");
        Files.createDirectories(folder.resolve("crls"));
        trust("operator", OPERATOR);
        Map<String, String> options = new HashMap<>(Map.of(
                "mqtt-tls-certificate",
                TestAuthority.write(folder.resolve("gateway.crt"), server.certificate())
                        .toString(),
                "mqtt-tls-key",
                TestAuthority.write(folder.resolve("gateway.key"), server.pair().getPrivate())
                        .toString(),
                "mqtt-client-cas",
                folder.resolve("cas").toString(),
                "mqtt-client-crls",
                folder.resolve("crls").toString(),
                "mqtt-tls-reload",
                "PT0.1S"));
        options.putAll(others);
        this.gateway = new GatewayFixture(plant, options);
    }

    void trust(String name, TestAuthority authority) {
        TestAuthority.write(folder.resolve("cas/" + name + ".crt"), authority.certificate());
    }

    void trustNoMore(String name) throws IOException {
        Files.delete(folder.resolve("cas/" + name + ".crt"));
    }

    void revoke(Leaf leaf) {
        TestAuthority.write(folder.resolve("crls/operator.crl"), OPERATOR.list(leaf));
    }

    /** A client with or without a certificate; the handshake is over. */
    RawClient client(MqttVersion version, Optional<Leaf> leaf) throws IOException, GeneralSecurityException {
        return new RawClient(socket(context(leaf)), version);
    }

    /** A socket whose handshake is over. */
    SSLSocket socket(SSLContext context) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", gateway.ingest.tlsPort());
        socket.startHandshake();
        return socket;
    }

    static SSLContext context(Optional<Leaf> leaf) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", OPERATOR.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        KeyStore own = KeyStore.getInstance(KeyStore.getDefaultType());
        own.load(null, null);
        if (leaf.isPresent()) {
            own.setKeyEntry("own", leaf.get().pair().getPrivate(), NO_PASSWORD, new Certificate[] {
                leaf.get().certificate()
            });
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
        keys.init(own, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    @Override
    public void close() {
        gateway.close();
    }
}
