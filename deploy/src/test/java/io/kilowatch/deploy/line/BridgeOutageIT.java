package io.kilowatch.deploy.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bridge while Kafka or the broker is away. */
class BridgeOutageIT {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final TestPlant PLANT = new TestPlant(53, 13_000);

    private final SiteBroker site;

    BridgeOutageIT() throws InterruptedException {
        site = new SiteBroker();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void acknowledgesNothingWhileKafkaIsAwayAndGoesOnByItself() throws Exception {
        try (RunningBridge bridge = RunningBridge.started(site.bridge("one"), PLANT)) {
            site.publish(PLANT, 0, 20);
            await().atMost(LONG).until(() -> site.stored().size() == 20);
            site.kafka().stop();

            // More than the broker may send without an acknowledgement: the rest waits there.
            site.publish(PLANT, 20, 600);

            await().atMost(LONG).until(() -> bridge.inFlight() == 256);
            assertThat(bridge.isConnected()).isTrue();
            site.kafka().start();
            await().atMost(LONG).until(() -> Set.copyOf(site.stored()).containsAll(names(620)));
            await().atMost(LONG).until(() -> bridge.inFlight() == 0);
        }
    }

    @Test
    void nothingOfAnOutageIsLostWhenTheBridgeEndsInTheMiddleOfIt() throws Exception {
        try (RunningBridge bridge = RunningBridge.started(site.bridge("one"), PLANT)) {
            await().atMost(LONG).until(bridge::isStoring);
            site.kafka().stop();
            site.publish(PLANT, 0, 300);
            await().atMost(LONG).until(() -> bridge.inFlight() == 256);
        }
        site.kafka().start();

        try (RunningBridge again = RunningBridge.started(site.bridge("one"), PLANT)) {
            await().atMost(LONG).until(() -> Set.copyOf(site.stored()).containsAll(names(300)));
            assertThat(again.messages()).isGreaterThanOrEqualTo(256);
        }
    }

    @Test
    void connectsAgainToABrokerThatWasAway() throws Exception {
        try (RunningBridge bridge = RunningBridge.started(site.bridge("one"), PLANT)) {
            site.publish(PLANT, 0, 50);
            await().atMost(LONG).until(() -> bridge.messages() == 50);

            site.broker().stop();
            await().atMost(LONG).until(() -> !bridge.isConnected());
            site.broker().startAgain();
            await().atMost(LONG).until(bridge::isConnected);
            site.publish(PLANT, 50, 50);

            await().atMost(LONG).until(() -> Set.copyOf(site.stored()).containsAll(names(100)));
        }
    }

    @Test
    void aSingleBridgeGetsAlsoWhatCameToABrokerThatRestartedWithoutIt() throws Exception {
        Map<String, String> single = site.bridge("one");
        single.put("bridge-group", "none");
        RunningBridge.started(single, PLANT).close();
        site.broker().stop();
        site.broker().startAgain();

        site.publish(PLANT, 0, 50);

        try (RunningBridge bridge = RunningBridge.started(single, PLANT)) {
            await().atMost(LONG).until(() -> Set.copyOf(site.stored()).containsAll(names(50)));
            assertThat(bridge.messages()).isEqualTo(50);
        }
    }

    @Test
    void waitsForABrokerThatIsNotThereYet() throws Exception {
        site.broker().stop();
        try (RunningBridge bridge = RunningBridge.start(site.bridge("one"), PLANT)) {
            await().atMost(LONG).until(bridge::isStoring);
            assertThat(bridge.isConnected()).isFalse();

            site.broker().startAgain();

            await().atMost(LONG).until(bridge::isConnected);
        }
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "b-" + i).toList();
    }
}
