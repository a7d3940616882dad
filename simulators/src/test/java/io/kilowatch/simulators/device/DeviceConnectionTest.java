package io.kilowatch.simulators.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeviceConnectionTest {
    private final FakeGateway gateway = new FakeGateway().start();
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
    private final List<Receipt> receipts = new CopyOnWriteArrayList<>();
    private DeviceConnection connection = connection("right", 4);

    @AfterEach
    void tearDown() {
        connection.close();
        loop.shutdown();
        gateway.close();
    }

    @Test
    void deliversAMessageAndSaysSo() throws Exception {
        connection.open();

        Delivery delivery = connection.send(message(1)).get(10, TimeUnit.SECONDS);

        assertThat(delivery).isInstanceOf(Delivery.Acknowledged.class);
        assertThat(gateway.readings()).hasSize(1);
        assertThat(gateway.users()).containsExactly("E/gw-1");
    }

    @Test
    void keepsNoMoreInFlightThanItsWindow() {
        AtomicInteger held = new AtomicInteger();
        gateway.answerWith((endpoint, message) -> held.incrementAndGet());
        connection.open();

        sendAll(20);

        await().until(() -> held.get() == 4);
        await().during(200, TimeUnit.MILLISECONDS).until(() -> held.get() == 4);
    }

    @Test
    void keepsToASmallerReceiveMaximumOfTheGateway() {
        AtomicInteger held = new AtomicInteger();
        gateway.announceReceiveMaximum(2);
        gateway.answerWith((endpoint, message) -> held.incrementAndGet());
        connection.open();

        sendAll(20);

        await().until(() -> held.get() == 2);
        await().during(200, TimeUnit.MILLISECONDS).until(() -> held.get() == 2);
    }

    @Test
    void sendsAgainInOrderWhatWasNotAcknowledgedWhenTheConnectionBroke() {
        AtomicInteger seen = new AtomicInteger();
        gateway.answerWith((endpoint, message) -> {
            if (seen.incrementAndGet() == 3) {
                endpoint.close();
            } else if (seen.get() != 2) {
                FakeGateway.acknowledge(endpoint, message);
            }
        });
        connection.open();

        List<CompletableFuture<Delivery>> ends = sendAll(10);

        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        assertThat(gateway.readings().stream()
                        .map(reading -> reading.value().intValue())
                        .distinct())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(gateway.readings()).hasSizeGreaterThan(10);
        assertThat(gateway.users()).hasSize(2);
    }

    @Test
    void waitsForAGatewayThatIsNotThereYet() {
        gateway.stop();
        connection = connection("right", 4);
        connection.open();
        List<CompletableFuture<Delivery>> ends = sendAll(3);
        await().pollDelay(300, TimeUnit.MILLISECONDS).until(() -> true);

        gateway.start();

        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        assertThat(gateway.readings()).hasSize(3);
    }

    @Test
    void tellsARefusalByItsReasonCode() throws Exception {
        gateway.answerWith(FakeGateway.refuse(MqttPubAckReasonCode.PAYLOAD_FORMAT_INVALID));
        connection.open();

        Delivery delivery = connection.send(message(1)).get(10, TimeUnit.SECONDS);

        assertThat(delivery).isEqualTo(new Delivery.Refused(0x99));
    }

    @Test
    void sendsAgainAfterAWhileWhenTheQuotaIsExceeded() throws Exception {
        AtomicInteger seen = new AtomicInteger();
        gateway.answerWith((endpoint, message) -> {
            if (seen.incrementAndGet() == 1) {
                FakeGateway.refuse(MqttPubAckReasonCode.QUOTA_EXCEEDED).accept(endpoint, message);
            } else {
                FakeGateway.acknowledge(endpoint, message);
            }
        });
        connection.open();

        Delivery delivery = connection.send(message(1)).get(10, TimeUnit.SECONDS);

        assertThat(delivery).isInstanceOf(Delivery.Acknowledged.class);
        assertThat(seen.get()).isEqualTo(2);
    }

    @Test
    void triesAgainWhenItsPasswordIsRefused() {
        connection = connection("wrong", 4);
        connection.open();

        await().until(() -> gateway.users().size() >= 3);
    }

    @Test
    void passesReceiptsOn() throws Exception {
        connection.open();
        connection.send(message(1)).get(10, TimeUnit.SECONDS);

        gateway.sendReceipt("""
                {"batch":"b","accepted":0,"refused":[{"index":0,"meter":"M","code":"unknown-meter","message":"no"}]}""");
        gateway.sendReceipt("not a receipt");

        await().until(() -> receipts.size() == 1);
        assertThat(receipts.get(0).refused()).containsExactly(new Receipt.Refusal("M", "unknown-meter", "no"));
    }

    private DeviceConnection connection(String password, int window) {
        DeviceAddress address = new DeviceAddress(gateway.address(), "E", "gw-1", password);
        return new DeviceConnection(address, window, loop, receipts::add);
    }

    private List<CompletableFuture<Delivery>> sendAll(int count) {
        List<CompletableFuture<Delivery>> ends = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            ends.add(connection.send(message(number)));
        }
        return ends;
    }

    private static byte[] message(int number) {
        DeviceReading reading =
                DeviceReading.measured("M", Instant.EPOCH, ReadingKind.REGISTER, BigDecimal.valueOf(number));
        return new ReadingBatch("b-" + number, Instant.EPOCH, List.of(reading)).json();
    }
}
