package io.kilowatch.ingest.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kilowatch.ingest.Plant;
import io.kilowatch.registry.topics.DeviceEvent;
import io.kilowatch.registry.topics.DeviceEvent.Ending;
import io.kilowatch.registry.topics.DeviceEvent.Offline;
import io.kilowatch.registry.topics.DeviceEvent.Online;
import io.kilowatch.registry.topics.DeviceEventJson;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the gateway tells of connections that begin and end. */
class DeviceEventsTest {
    private final GatewayFixture gateway = new GatewayFixture(Plant.registered());

    @AfterEach
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = MqttVersion.class,
            names = {"MQTT_3_1_1", "MQTT_5"})
    void tellsWhoCameInAndThatTheySaidGoodbye(MqttVersion version) throws IOException {
        try (RawClient client = gateway.connected(version)) {
            client.send(MqttMessage.DISCONNECT);

            Offline offline = awaitOffline();
            assertThat(offline.ending()).isEqualTo(Ending.CLIENT);
            assertThat(offline.will()).isEmpty();
            Online online = (Online) events().get(0);
            assertThat(online.key()).isEqualTo(Plant.USER);
            assertThat(online.link().address()).isEqualTo("127.0.0.1");
            assertThat(online.link().channel().protocol())
                    .isEqualTo(version == MqttVersion.MQTT_5 ? "mqtt-5" : "mqtt-3.1.1");
            assertThat(offline.link().channel()).isEqualTo(online.link().channel());
        }
    }

    @Test
    void tellsTheWillOfADeviceThatWasLost() throws IOException {
        try (RawClient client = gateway.client(MqttVersion.MQTT_5)) {
            client.send(withWill(60));
            client.next();
        }

        Offline offline = awaitOffline();
        assertThat(offline.ending()).isEqualTo(Ending.LOST);
        assertThat(offline.will().orElseThrow().topic()).isEqualTo("kw/v1/" + Plant.USER + "/state");
        assertThat(offline.will().orElseThrow().payload()).isEqualTo("power off".getBytes(UTF_8));
    }

    @Test
    void tellsThatADeviceWasSilentForTooLong() throws IOException {
        try (RawClient client = gateway.client(MqttVersion.MQTT_5)) {
            client.send(withWill(1));
            client.next();

            Offline offline = awaitOffline();
            assertThat(offline.ending()).isEqualTo(Ending.KEEP_ALIVE);
            assertThat(offline.will()).isPresent();
        }
    }

    @Test
    void tellsThatAConnectionWasTakenOver() throws IOException {
        try (RawClient first = gateway.connected(MqttVersion.MQTT_5);
                RawClient second = gateway.connected(MqttVersion.MQTT_5)) {
            assertThat(awaitOffline().ending()).isEqualTo(Ending.TAKEN_OVER);
        }
    }

    @Test
    void tellsThatADeviceBrokeTheProtocol() throws IOException {
        try (RawClient client = gateway.connected(MqttVersion.MQTT_5)) {
            client.send(new byte[] {(byte) 0xF0, 5});

            assertThat(awaitOffline().ending()).isEqualTo(Ending.ERROR);
        }
    }

    private static MqttMessage withWill(int keepAlive) {
        return MqttMessageBuilders.connect()
                .protocolVersion(MqttVersion.MQTT_5)
                .clientId("c")
                .cleanSession(true)
                .keepAlive(keepAlive)
                .username(Plant.USER)
                .password(Plant.PASSWORD.getBytes(UTF_8))
                .willFlag(true)
                .willQoS(MqttQoS.AT_LEAST_ONCE)
                .willTopic("kw/v1/" + Plant.USER + "/state")
                .willMessage("power off".getBytes(UTF_8))
                .build();
    }

    private Offline awaitOffline() {
        await().atMost(Duration.ofSeconds(30)).until(() -> events().stream().anyMatch(Offline.class::isInstance));
        return (Offline)
                events().stream().filter(Offline.class::isInstance).findFirst().orElseThrow();
    }

    private List<DeviceEvent> events() {
        return gateway.publisher.told.stream()
                .map(parcel -> {
                    try {
                        return DeviceEventJson.decode(parcel.value());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }
}
