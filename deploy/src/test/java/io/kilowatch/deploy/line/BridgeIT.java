package io.kilowatch.deploy.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.kilowatch.registry.topics.Topics;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bridge on a real broker and a real Kafka: what comes, who shares it, what is refused, what outlives a bridge. */
class BridgeIT {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final TestPlant PLANT = new TestPlant(50, 13_000);

    private final SiteBroker site;

    BridgeIT() throws InterruptedException {
        site = new SiteBroker();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whatDevicesPublishAtTheBrokerIsInKafkaOnceItIsAcknowledged() throws Exception {
        try (RunningBridge bridge = RunningBridge.started(site.bridge("one"), PLANT)) {
            site.publish(PLANT, 0, 300);

            await().atMost(LONG).until(() -> bridge.messages() == 300 && bridge.inFlight() == 0);
            assertThat(site.stored()).containsExactlyInAnyOrderElementsOf(names(0, 300));
        }
        // What was acknowledged is not delivered again.
        try (RunningBridge bridge = RunningBridge.started(site.bridge("one"), PLANT)) {
            site.publish(PLANT, 300, 1);
            await().atMost(LONG).until(() -> site.stored().contains("b-300"));
            assertThat(bridge.messages()).isEqualTo(1);
        }
    }

    @Test
    void twoInstancesShareWhatComes() throws Exception {
        try (RunningBridge one = RunningBridge.started(site.bridge("one"), PLANT);
                RunningBridge two = RunningBridge.started(site.bridge("two"), PLANT)) {
            site.publish(PLANT, 0, 200);

            await().atMost(LONG).until(() -> site.stored().size() == 200);
            assertThat(site.stored()).containsExactlyInAnyOrderElementsOf(names(0, 200));
            assertThat(one.messages()).isBetween(1.0, 199.0);
            assertThat(one.messages() + two.messages()).isEqualTo(200);
        }
    }

    @Test
    void nothingIsLostOfABridgeThatEndsBeforeItHasStoredWhatItGot() throws Exception {
        Map<String, String> nowhere = site.bridge("one");
        nowhere.put("kafka-bootstrap", "127.0.0.1:1");
        try (RunningBridge two = RunningBridge.started(site.bridge("two"), PLANT)) {
            try (RunningBridge one = RunningBridge.started(nowhere, PLANT)) {
                site.publish(PLANT, 0, 200);
                await().atMost(LONG).until(() -> one.messages() + two.messages() == 200);
                assertThat(one.inFlight()).isPositive();
            }
            assertThat(new HashSet<>(site.stored())).hasSizeLessThan(200);

            try (RunningBridge again = RunningBridge.started(site.bridge("one"), PLANT)) {
                await().atMost(LONG).until(() -> Set.copyOf(site.stored()).containsAll(names(0, 200)));
                assertThat(again.messages()).isPositive();
            }
        }
    }

    @Test
    void whatComesWhileNoBridgeIsThereIsTakenLater() throws Exception {
        RunningBridge.started(site.bridge("one"), PLANT).close();

        site.publish(PLANT, 0, 40);

        try (RunningBridge again = RunningBridge.started(site.bridge("one"), PLANT)) {
            await().atMost(LONG).until(() -> site.stored().containsAll(names(0, 40)));
            assertThat(again.messages()).isEqualTo(40);
        }
    }

    @Test
    void devicesAreToldOnTheirReceiptTopicsWhatWasRefused() throws Exception {
        TestPlant stranger = new TestPlant(51, 13_000);
        TestPlant elsewhere = new TestPlant(52, 13_000);
        Map<String, String> options = site.bridge("one");
        options.put("bridge-enterprises", PLANT.code());
        Mqtt5BlockingClient client = site.client();
        try (RunningBridge bridge = RunningBridge.started(options, PLANT, elsewhere);
                var receipts = client.publishes(MqttGlobalPublishFilter.ALL)) {
            client.subscribeWith().topicFilter("kw/v1/+/+/receipts").send();

            // More topics than there are aliases, each of them several times.
            for (int round = 0; round < 3; round++) {
                for (int device = 2; device < 15; device++) {
                    SiteBroker.publish(client, PLANT.topic().replace("gw-1", "gw-" + device), "{}");
                }
            }
            for (int i = 0; i < 39; i++) {
                assertThat(next(receipts)).contains("unknown-device");
            }
            SiteBroker.publish(client, PLANT.topic(), "no batch");
            assertThat(next(receipts)).contains("malformed");
            SiteBroker.publish(client, stranger.topic(), "{\"readings\":[]}");
            assertThat(next(receipts)).contains("unknown-device").contains(stranger.user());
            SiteBroker.publish(client, elsewhere.topic(), "{\"readings\":[]}");
            assertThat(next(receipts)).contains("not-your-topic");
            SiteBroker.publish(client, PLANT.topic().replace("/readings", "/time"), "");
            assertThat(next(receipts)).contains("serverTime").contains("\"refusedCount\":0");
            SiteBroker.publish(client, "kw/v1/no code/$/readings", "{}");

            await().atMost(LONG).until(() -> bridge.messages() == 44 && bridge.inFlight() == 0);
            assertThat(site.records(Topics.REJECTED)).hasSize(43);
        }
        client.disconnect();
    }

    private static String next(Mqtt5BlockingClient.Mqtt5Publishes receipts) throws InterruptedException {
        Mqtt5Publish receipt = receipts.receive(60, TimeUnit.SECONDS).orElseThrow();
        return new String(receipt.getPayloadAsBytes(), UTF_8);
    }

    private static List<String> names(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(i -> "b-" + i).toList();
    }
}
