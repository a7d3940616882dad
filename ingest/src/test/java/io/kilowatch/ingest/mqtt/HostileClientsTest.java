package io.kilowatch.ingest.mqtt;

import static io.kilowatch.ingest.mqtt.GatewayFixture.TOPIC;
import static io.kilowatch.ingest.mqtt.GatewayFixture.batch;
import static io.kilowatch.ingest.mqtt.GatewayFixture.reading;
import static io.netty.handler.codec.mqtt.MqttQoS.AT_LEAST_ONCE;
import static io.netty.handler.codec.mqtt.MqttVersion.MQTT_5;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kilowatch.ingest.Plant;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.kilowatch.ingest.packet.Mutations;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Clients that send whatever bytes they like, before and after they are admitted. */
class HostileClientsTest {
    private static final int CLIENTS = Integer.getInteger("kilowatch.fuzz.inputs", 50_000) / 100;
    private static final int PACKETS = 5;

    private final Mutations mutations = new Mutations(42);

    @Test
    void doNotKeepAGoodOneFromItsAcknowledgement() throws IOException {
        try (GatewayFixture gateway = new GatewayFixture(Plant.registered())) {
            for (int hostile = 0; hostile < CLIENTS; hostile++) {
                attack(gateway, MqttVersion.values()[1 + mutations.below(2)]);
            }

            // Another client id: what hostile ones have sent may still come, and take over a session of theirs.
            try (RawClient good = gateway.client(MQTT_5)) {
                good.connect(good.connectPacket("good", Plant.USER, Plant.PASSWORD));
                good.publish(TOPIC, AT_LEAST_ONCE, 1, batch(reading(1)));
                assertThat(good.next().fixedHeader().messageType()).isEqualTo(MqttMessageType.PUBACK);
            }
            awaitZero(gateway, IngestMetrics.CONNECTIONS);
            awaitZero(gateway, IngestMetrics.IN_FLIGHT);
        }
    }

    private static void awaitZero(GatewayFixture gateway, String gauge) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(gateway.metrics.get(gauge).gauge().value()).isZero());
    }

    private void attack(GatewayFixture gateway, MqttVersion version) throws IOException {
        try (RawClient client = gateway.client(version)) {
            if (mutations.below(2) == 0) {
                client.send(client.connectPacket(Plant.USER, Plant.PASSWORD));
            }
            for (int packet = 0; packet < PACKETS; packet++) {
                client.send(mutations.next());
            }
        } catch (SocketException e) {
            // The gateway has closed the connection while the client was still sending: that is its answer.
            assertThat(e).hasMessageNotContaining("refused");
        }
    }
}
