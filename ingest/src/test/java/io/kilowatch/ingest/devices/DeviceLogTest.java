package io.kilowatch.ingest.devices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.ingest.Plant;
import io.kilowatch.ingest.access.Catalogues;
import io.kilowatch.ingest.access.Identity;
import io.kilowatch.ingest.intake.Intake;
import io.kilowatch.ingest.intake.Message;
import io.kilowatch.ingest.intake.Parcel;
import io.kilowatch.ingest.intake.Publisher;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.kilowatch.registry.topics.Channel;
import io.kilowatch.registry.topics.DeviceEvent;
import io.kilowatch.registry.topics.DeviceEvent.Activity;
import io.kilowatch.registry.topics.DeviceEvent.Ending;
import io.kilowatch.registry.topics.DeviceEvent.LoginRefused;
import io.kilowatch.registry.topics.DeviceEvent.Offline;
import io.kilowatch.registry.topics.DeviceEvent.Online;
import io.kilowatch.registry.topics.DeviceEventJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeviceLogTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:16:00Z");
    private static final Identity DEVICE = new Identity(Plant.CODE, "gw-1");
    private static final Channel CHANNEL = new Channel("c-1", "mqtt-5");

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Kafka kafka = new Kafka();
    private final Catalogues catalogues = new Catalogues(Plant.registered());
    private final IngestMetrics meters = new IngestMetrics(metrics);
    private final DeviceLog log =
            new DeviceLog(kafka, catalogues, InstantSource.fixed(NOW), Duration.ofMinutes(1), meters);
    private final Intake intake = new Intake(
            100_000, 100, Duration.ofMinutes(10), BusinessCalendar.CHINA, InstantSource.fixed(NOW), meters, log);

    /** Kafka in memory, which may be away or fail. */
    private static final class Kafka implements Publisher {
        final List<Parcel> stored = new ArrayList<>();
        boolean away;
        boolean failing;

        @Override
        public void send(Parcel parcel, Consumer<@Nullable Throwable> done) {
            if (failing) {
                done.accept(new IllegalStateException("not now"));
            } else if (!away) {
                stored.add(parcel);
                done.accept(null);
            }
        }

        @Override
        public boolean isReady() {
            return !away;
        }

        @Override
        public void close() {}

        List<DeviceEvent> events() {
            return stored.stream().map(Kafka::event).toList();
        }

        private static DeviceEvent event(Parcel parcel) {
            try {
                return DeviceEventJson.decode(parcel.value());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void sumsUpWhatCameOverAConnection() {
        log.online(DEVICE, CHANNEL, "10.0.0.7");
        send(CHANNEL, "2026-11-22T02:15:59Z", "EL", "NONE");
        send(CHANNEL, "2026-11-22T02:15:57Z", "EL");
        send(CHANNEL, "2026-11-22T02:15:30Z", "EL");
        log.tell();

        assertThat(kafka.stored).allSatisfy(parcel -> assertThat(parcel.key()).isEqualTo(DEVICE.user()));
        Online online = (Online) kafka.events().get(0);
        assertThat(online.link().address()).isEqualTo("10.0.0.7");
        Activity activity = (Activity) kafka.events().get(1);
        assertThat(activity.link().number()).isEqualTo(1);
        assertThat(activity.work().messages()).isEqualTo(3);
        assertThat(activity.work().accepted()).isEqualTo(3);
        assertThat(activity.work().refused()).isEqualTo(Map.of("unknown-meter", 1));
        assertThat(activity.work().offset()).hasValue(30_000);
        assertThat(activity.work().medianOffset()).hasValue(3_000);
        assertThat(activity.work().lateness()).hasValue(60_000);
        assertThat(activity.work().newest()).hasValue(NOW.toEpochMilli() - 60_000);
    }

    @Test
    void beginsEachWindowAnewAndNumbersThem() {
        log.online(DEVICE, CHANNEL, "");
        send(CHANNEL, "", "EL");
        log.tell();
        send(CHANNEL, "", "EL", "EL");
        log.tell();

        assertThat(kafka.events().stream().filter(Activity.class::isInstance).map(event -> (Activity) event))
                .extracting(one -> one.link().number(), one -> one.work().accepted())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, 1), org.assertj.core.groups.Tuple.tuple(2L, 2));
    }

    @Test
    void tellsOfAnIdleConnectionNowAndThen() {
        log.online(DEVICE, CHANNEL, "");
        log.tell();
        int before = kafka.stored.size();
        for (int window = 0; window < 3 * DeviceLog.QUIET_WINDOWS; window++) {
            log.tell();
        }

        assertThat(kafka.stored.size() - before).isEqualTo(3);
        Online online = (Online) kafka.events().get(0);
        assertThat(online.within())
                .isGreaterThan(Duration.ofMinutes(DeviceLog.QUIET_WINDOWS).toMillis());
    }

    @Test
    void tellsTheLastOfAConnectionBeforeItsEnd() {
        log.online(DEVICE, CHANNEL, "");
        send(CHANNEL, "", "EL");
        log.offline(DEVICE, CHANNEL, Ending.KEEP_ALIVE, Optional.of(DeviceLog.will("t", new byte[5_000])));
        log.offline(DEVICE, CHANNEL, Ending.LOST, Optional.empty());
        log.tell();

        assertThat(kafka.events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Online", "Activity", "Offline");
        Offline offline = (Offline) kafka.events().get(2);
        assertThat(offline.ending()).isEqualTo(Ending.KEEP_ALIVE);
        assertThat(offline.will().orElseThrow().bytes()).isEqualTo(5_000);
        assertThat(offline.will().orElseThrow().payload()).hasSize(1_024);
    }

    @Test
    void tellsNoWillOfADeviceThatSaidGoodbye() {
        log.online(DEVICE, CHANNEL, "");
        log.offline(DEVICE, CHANNEL, Ending.CLIENT, Optional.of(DeviceLog.will("t", new byte[1])));
        log.tell();

        assertThat(((Offline) kafka.events().get(1)).will()).isEmpty();
    }

    @Test
    void followsDevicesWithoutAConnectionOfTheirOwnUntilTheyAreQuiet() {
        Channel https = new Channel("request-1", "https");
        send(https, "", "EL");
        send(new Channel("request-2", "https"), "", "EL");
        for (int window = 0; window < 2 * DeviceLog.QUIET_WINDOWS; window++) {
            log.tell();
        }

        List<DeviceEvent> events = kafka.events();
        assertThat(((Activity) events.get(0)).work().messages()).isEqualTo(2);
        assertThat(events).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void doesNotTakeARedriveForTheDevicesOwnDoing() {
        send(new Channel("c-1", "redrive"), "", "EL");
        log.tell();

        assertThat(kafka.stored).isEmpty();
    }

    @Test
    void gathersOnWhileKafkaIsAwayAndTellsItAllOnce() {
        log.online(DEVICE, CHANNEL, "");
        log.tell();
        kafka.away = true;
        send(CHANNEL, "", "EL");
        log.tell();
        send(CHANNEL, "", "EL");
        log.tell();
        kafka.away = false;
        log.tell();

        List<Activity> told = kafka.events().stream()
                .filter(Activity.class::isInstance)
                .map(event -> (Activity) event)
                .toList();
        assertThat(told.get(told.size() - 1).work().messages()).isEqualTo(2);
    }

    @Test
    void dropsAndCountsWhatFindsNoRoom() {
        kafka.away = true;
        for (int i = 0; i < 50_010; i++) {
            log.online(new Identity(Plant.CODE, "gw-1"), new Channel("c-" + i, "mqtt-5"), "");
        }

        assertThat(metrics.counter(IngestMetrics.DEVICE_EVENTS_DROPPED).count()).isEqualTo(10);
    }

    @Test
    void keepsWhatKafkaRefusedAndSendsItAgain() {
        kafka.failing = true;
        kafka.away = true;
        log.online(DEVICE, CHANNEL, "");
        log.tell();
        kafka.failing = false;
        kafka.away = false;
        log.tell();
        log.tell();

        assertThat(kafka.events()).hasAtLeastOneElementOfType(Online.class);
    }

    @Test
    void countsSignInsRefusedOfRegisteredDevicesOnly() {
        log.loginRefused(Plant.USER, "10.0.0.9", "wrong-password");
        log.loginRefused(Plant.USER, "10.0.0.8", "wrong-password");
        log.loginRefused(Plant.CODE + "/nobody", "10.0.0.9", "wrong-password");
        log.loginRefused("nonsense", "10.0.0.9", "wrong-password");
        log.loginRefused(null, "10.0.0.9", "nameless");
        log.tell();

        LoginRefused refused = (LoginRefused) kafka.events().get(0);
        assertThat(kafka.stored).hasSize(1);
        assertThat(refused.reasons()).isEqualTo(Map.of("wrong-password", 2));
        assertThat(refused.address()).isEqualTo("10.0.0.8");
    }

    @Test
    void endsWhatIsOpenWhenTheGatewayEnds() {
        log.online(DEVICE, CHANNEL, "");
        log.online(DEVICE, new Channel("c-2", "mqtt-5"), "");
        log.endings();
        log.offline(DEVICE, CHANNEL, Ending.LOST, Optional.empty());
        log.close();

        assertThat(kafka.events().stream().filter(Offline.class::isInstance).map(event -> ((Offline) event).ending()))
                .containsExactly(Ending.GATEWAY, Ending.GATEWAY);
    }

    private void send(Channel channel, String sentAt, String... meters) {
        StringBuilder json = new StringBuilder("{\"sentAt\":\"" + sentAt + "\",\"readings\":[");
        for (String meter : meters) {
            json.append("{\"meter\":\"")
                    .append(meter)
                    .append("\",\"at\":\"2026-11-22T10:15:00+08:00\",\"register\":1},");
        }
        json.setLength(json.length() - 1);
        byte[] payload = json.append("]}").toString().getBytes(UTF_8);
        intake.take(new Message(
                DEVICE, catalogues.find(Plant.CODE).orElseThrow(), DEVICE.readingsTopic(), payload, channel));
    }
}
