package io.kilowatch.deploy.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Independent clients, half of them of MQTT 3.1.1 and half of MQTT 5, that publish and count what is acknowledged. */
final class Devices implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-08-31T16:00:00Z");

    private final List<TestPlant> plants;
    private final int keepAlive;
    private final List<Mqtt3AsyncClient> old = new ArrayList<>();
    private final List<Mqtt5AsyncClient> five = new ArrayList<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private int published;

    /**
     * Clients that have connected, one for each plant.
     *
     * @param keepAlive in seconds
     */
    Devices(int port, List<TestPlant> plants, int keepAlive) {
        this.plants = List.copyOf(plants);
        this.keepAlive = keepAlive;
        for (int i = 0; i < plants.size(); i++) {
            if (i % 2 == 0) {
                connectOld(port, plants.get(i));
            } else {
                connectFive(port, plants.get(i));
            }
        }
    }

    private void connectOld(int port, TestPlant plant) {
        Mqtt3AsyncClient client = Mqtt3Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(port)
                .simpleAuth()
                .username(plant.user())
                .password(TestPlant.PASSWORD.getBytes(UTF_8))
                .applySimpleAuth()
                .addDisconnectedListener(context -> lost.incrementAndGet())
                .buildAsync();
        client.connectWith().keepAlive(keepAlive).send().join();
        old.add(client);
    }

    private void connectFive(int port, TestPlant plant) {
        Mqtt5AsyncClient client = Mqtt5Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(port)
                .simpleAuth()
                .username(plant.user())
                .password(TestPlant.PASSWORD.getBytes(UTF_8))
                .applySimpleAuth()
                .addDisconnectedListener(context -> lost.incrementAndGet())
                .buildAsync();
        client.connectWith().keepAlive(keepAlive).send().join();
        five.add(client);
    }

    /** Each publishes one batch more, which has a name of its own. */
    void publish() {
        for (int i = 0; i < plants.size(); i++) {
            TestPlant plant = plants.get(i);
            String name = "b-" + i + '-' + published;
            byte[] batch = "{\"batch\":\"%s\",\"readings\":[{\"meter\":\"EL\",\"at\":\"%s\",\"register\":\"%d\"}]}"
                    .formatted(name, START.plusSeconds(published * 900L), published * 100L)
                    .getBytes(UTF_8);
            CompletableFuture<?> sent = i % 2 == 0
                    ? old.get(i / 2)
                            .publishWith()
                            .topic(plant.topic())
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .payload(batch)
                            .send()
                    : five.get(i / 2)
                            .publishWith()
                            .topic(plant.topic())
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .payload(batch)
                            .send();
            sent.whenComplete((result, fault) -> {
                if (fault == null) {
                    acknowledged.add(name);
                } else {
                    failed.incrementAndGet();
                }
            });
        }
        published++;
    }

    /** How many batches were published. */
    int published() {
        return published * plants.size();
    }

    /** The names of those acknowledged. */
    Set<String> acknowledged() {
        return acknowledged;
    }

    /** How many connections were lost. */
    int lost() {
        return lost.get();
    }

    /** How many batches were not acknowledged for good. */
    int failed() {
        return failed.get();
    }

    @Override
    public void close() {
        old.forEach(Mqtt3AsyncClient::disconnect);
        five.forEach(Mqtt5AsyncClient::disconnect);
    }
}
