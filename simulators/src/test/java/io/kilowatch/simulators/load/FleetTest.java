package io.kilowatch.simulators.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.device.FakeGateway;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class FleetTest {
    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final int ANSWER_AFTER_MS = 300;

    private final FakeGateway gateway = new FakeGateway().start();

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void sendsEveryMessageOnceAndNoReadingTwice() throws Exception {
        LoadResult result;
        try (Fleet fleet = Fleet.connect(target(), province(3, 4), FleetSize.of(3, 2))) {
            result = fleet.run(Flow.each(5));
        }

        assertThat(result.isClean()).isTrue();
        assertThat(result.acknowledged()).isEqualTo(15);
        assertThat(result.latency().count()).isEqualTo(15);
        assertThat(gateway.users()).doesNotHaveDuplicates().hasSize(3);
        assertThat(gateway.readings().stream().map(DeviceReading::at).distinct())
                .hasSize(5)
                .startsWith(FIRST);
        assertThat(gateway.readings().stream().map(DeviceReading::meter).distinct())
                .hasSize(3 * 4);
        assertThat(gateway.readings()).hasSize(3 * 5 * 4);
    }

    @Test
    void chargesAPauseOfTheGatewayToEveryMessageThatWasDueInIt() throws Exception {
        Vertx vertx = Vertx.vertx();
        AtomicBoolean first = new AtomicBoolean(true);
        gateway.answerWith((endpoint, message) -> {
            if (first.getAndSet(false)) {
                vertx.setTimer(ANSWER_AFTER_MS, now -> FakeGateway.acknowledge(endpoint, message));
            } else {
                FakeGateway.acknowledge(endpoint, message);
            }
        });

        LoadResult result;
        try (Fleet fleet = Fleet.connect(target(), province(1, 1), FleetSize.of(1, 1))) {
            result = fleet.run(Flow.open(1_000, Duration.ofMillis(1), Duration.ofMillis(500)));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }

        assertThat(result.latency().count()).isEqualTo(500);
        assertThat(result.latency().p90()).isGreaterThan(ANSWER_AFTER_MS / 3.0);
    }

    @Test
    void tellsOfWhatIsNeverAcknowledgedBecauseTheConnectionIsLost() throws Exception {
        AtomicBoolean first = new AtomicBoolean(true);
        gateway.answerWith((endpoint, message) -> {
            if (first.getAndSet(false)) {
                endpoint.close();
            } else {
                FakeGateway.acknowledge(endpoint, message);
            }
        });

        LoadResult result;
        try (Fleet fleet = Fleet.connect(target(), province(1, 1), FleetSize.of(1, 1))) {
            result = fleet.run(Flow.each(3));
        }

        assertThat(result.lost()).isEqualTo(1);
        assertThat(result.unacknowledged()).isEqualTo(1);
        assertThat(result.acknowledged()).isEqualTo(2);
    }

    @Test
    void countsMessagesOfWhichAReceiptSaysThatSomethingWasRefused() throws Exception {
        gateway.answerWith((endpoint, message) -> {
            gateway.sendReceipt("{\"refused\":[]}");
            FakeGateway.acknowledge(endpoint, message);
        });

        LoadResult result;
        try (Fleet fleet = Fleet.connect(target(), province(1, 1), FleetSize.of(1, 1))) {
            result = fleet.run(Flow.each(2));
            assertThat(fleet.firstReceipt()).contains("refused");
        }

        assertThat(result.refused()).isEqualTo(2);
        assertThat(result.isClean()).isFalse();
    }

    @Test
    void hasEveryDeviceSendOnceAtAnEdge() throws Exception {
        LoadResult result;
        try (Fleet fleet = Fleet.connect(target(), province(20, 2), FleetSize.of(20, 4))) {
            result = fleet.run(Flow.edge(20, Duration.ofMillis(100)));
        }

        assertThat(result.acknowledged()).isEqualTo(20);
        assertThat(gateway.readings()).hasSize(40);
    }

    @Test
    void bringsBackAllThatAStormHasDropped() throws Exception {
        FleetSize size = new FleetSize(12, 1, 1, 2, 1_000);

        LoadResult storm;
        LoadResult after;
        try (Fleet fleet = Fleet.connect(target(), province(12, 1), size)) {
            storm = fleet.storm(8);
            after = fleet.run(Flow.each(1));
            assertThat(fleet.present()).isEqualTo(12);
            assertThat(fleet.lost()).isZero();
        }

        assertThat(storm.latency().count()).isEqualTo(8);
        assertThat(gateway.users()).hasSize(12 + 8);
        assertThat(after.isClean()).isTrue();
    }

    @Test
    void saysWhyTheGatewayLetsNobodyIn() {
        Messages stranger = new Stranger();

        assertThatThrownBy(() -> Fleet.connect(target(), stranger, FleetSize.of(1, 1)))
                .hasMessageContaining("device 0 was refused with code");
    }

    private Target target() {
        return Target.plain("127.0.0.1", gateway.address().port());
    }

    private static LoadProvince province(int devices, int readings) {
        return new LoadProvince(0, devices, 4, readings, 1, FIRST);
    }

    private static final class Stranger implements Messages {
        @Override
        public String user(int device) {
            return "stranger";
        }

        @Override
        public String password(int device) {
            return "wrong";
        }

        @Override
        public String topic(int device) {
            return "topic";
        }

        @Override
        public String receipts(int device) {
            return "receipts";
        }

        @Override
        public int readings() {
            return 1;
        }

        @Override
        public byte[] payload(int device, int number) {
            return new byte[0];
        }
    }
}
