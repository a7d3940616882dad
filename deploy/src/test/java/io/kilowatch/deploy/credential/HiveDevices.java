package io.kilowatch.deploy.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import java.net.InetSocketAddress;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Devices on HiveMQ's client.
 *
 * @param gateway the gateway that they connect to
 */
record HiveDevices(SecureGateway gateway) {
    private static final char[] NO_PASSWORD = new char[0];

    Mqtt5BlockingClient member(JsonNode card, String id, String address) {
        return Mqtt5Client.builder()
                .identifier(id)
                .transportConfig()
                .serverAddress(new InetSocketAddress("127.0.0.1", gateway.ingest.port()))
                .localAddress(address)
                .applyTransportConfig()
                .simpleAuth()
                .username(card.path("user").asText())
                .password(card.path("password").asText().getBytes(UTF_8))
                .applySimpleAuth()
                .buildBlocking();
    }

    boolean isLetIn(MqttClientSslConfig tls) {
        try {
            connect(tls).disconnect();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    Mqtt5BlockingClient connect(MqttClientSslConfig tls) throws Mqtt5ConnAckException {
        Mqtt5BlockingClient client = Mqtt5Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(gateway.ingest.tlsPort())
                .identifier("hive")
                .sslConfig(tls)
                .buildBlocking();
        client.connect();
        return client;
    }

    MqttClientSslConfig tls(PrivateKey key, X509Certificate certificate) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "ca", gateway.authority.open(Optional.empty()).certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        KeyStore own = KeyStore.getInstance(KeyStore.getDefaultType());
        own.load(null, null);
        own.setKeyEntry("own", key, NO_PASSWORD, new Certificate[] {certificate});
        KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
        keys.init(own, NO_PASSWORD);
        return MqttClientSslConfig.builder()
                .trustManagerFactory(trust)
                .keyManagerFactory(keys)
                .hostnameVerifier((host, session) -> true)
                .build();
    }
}
