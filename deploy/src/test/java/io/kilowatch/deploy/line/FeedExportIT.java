package io.kilowatch.deploy.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import io.kilowatch.deploy.command.Launcher;
import io.kilowatch.deploy.feed.ExportConfig;
import io.kilowatch.deploy.feed.FeedExport;
import io.kilowatch.deploy.feed.FeedRecording;
import io.kilowatch.deploy.feed.RecordConfig;
import io.kilowatch.deploy.program.Commands;
import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import io.kilowatch.deploy.testing.TestFolder;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.platform.security.PasswordHash;
import io.kilowatch.registry.topics.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From PUBLISH to feed files: what is stored is exported, what was accepted is recorded. */
class FeedExportIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String PASSWORD = "correct horse";
    private static final String CODE = "91640300MA75KW00" + "6" + EnterpriseCode.checkCharacter("91640300MA75KW006");

    private static final String MISREAD = line("gw-1", "EL", "2026-09-01T10:15:00+08:00", "register", "182734.05", "");
    private static final String SECOND =
            line("gw-1", "EL", "2026-09-09T10:15:00.250+08:00", "register", "182741.000001", "");
    private static final String MANUAL =
            line("gw-1", "AL", "2026-09-01T10:15:00+08:00", "amount", "12", ",\"source\":\"manual\"");
    private static final String LATER = line("gw-1", "AL", "2026-09-01T10:30:00+08:00", "amount", "1", "");
    private static final String POWER = line("gw-2", "PW", "2026-09-01T10:20:00+08:00", "power", "0.5", "");
    private static final String CORRECTED =
            line("gw-1", "EL", "2026-09-01T10:15:00+08:00", "register", "182734.55", "");

    private final Path folder = TestFolder.fresh("feed");

    @AfterEach
    void removeTheFolder() {
        TestFolder.remove(folder);
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void whatIsStoredIsExportedAndWhatWasAcceptedIsRecorded(Flavour flavour) throws Exception {
        try (RunningLine line = new RunningLine(flavour, InstantSource.system())) {
            line.register(CODE, document("gw-1"));
            publish(line, "gw-1", SECOND, LATER, MANUAL, MISREAD);
            publish(line, "gw-2", POWER);
            poison(line);
            publish(line, "gw-1", CORRECTED);
            line.awaitStored();

            // In order of time and then meter, without the reading that was replaced.
            assertThat(exported(line, "all.jsonl", Map.of())).containsExactly(MANUAL, CORRECTED, POWER, LATER, SECOND);
            assertThat(exported(line, "day.jsonl.gz", Map.of("from", "2026-08-31", "to", "2026-09-01")))
                    .containsExactly(MANUAL, CORRECTED, POWER, LATER);
            assertThat(exported(line, "hours.jsonl", Map.of("meter", "PW,EL", "from", "2026-09-01T10:20")))
                    .containsExactly(POWER, SECOND);
            assertThat(exported(line, "before.jsonl", Map.of("to", "2026-09-01T10:20")))
                    .containsExactly(MANUAL, CORRECTED);
            // As they came, each claim.
            assertThat(recorded(line, "topic.jsonl.gz", ""))
                    .containsExactly(SECOND, LATER, MANUAL, MISREAD, POWER, CORRECTED);
            assertThat(recorded(line, "others.jsonl", "91640300MA75KW0007")).isEmpty();
        }
    }

    @Test
    void readingsGoUnderTheDeviceThatReadsTheirMeterNowAndWithoutOneAreSkippedAndTold() throws Exception {
        try (RunningLine line = new RunningLine(Flavour.POSTGRESQL, InstantSource.system())) {
            line.register(CODE, document("gw-1"));
            publish(line, "gw-1", MANUAL, CORRECTED);
            publish(line, "gw-2", POWER);
            line.awaitStored();
            String without = document("gw-2")
                    .lines()
                    .filter(row -> !row.contains("{id: AL,"))
                    .reduce("", (text, row) -> text + row + '\n');
            line.register(CODE, without);

            ByteArrayOutputStream told = new ByteArrayOutputStream();
            Settings settings = new Settings(exporting(line, "changed.jsonl", Map.of()), Map.of());
            long count = new FeedExport(
                            ExportConfig.from(settings),
                            new PrintStream(told, true, UTF_8),
                            false,
                            InstantSource.system())
                    .run();

            assertThat(count).isEqualTo(2);
            assertThat(lines("changed.jsonl")).containsExactly(CORRECTED.replace("gw-1", "gw-2"), POWER);
            assertThat(told.toString(UTF_8)).contains("skipped: AL");
        }
    }

    @Test
    void whatComesIsRecordedUntilItIsClosed() throws Exception {
        try (RunningLine line = new RunningLine(Flavour.POSTGRESQL, InstantSource.system())) {
            line.register(CODE, document("gw-1"));
            publish(line, "gw-1", MISREAD);
            Settings settings =
                    new Settings(Map.of("kafka-bootstrap", line.kafka(), "out", path("live.jsonl")), Map.of());
            FeedRecording recording =
                    new FeedRecording(RecordConfig.from(settings), System.err, false, InstantSource.system());

            CompletableFuture<Long> count = CompletableFuture.supplyAsync(() -> run(recording));
            await().atMost(LONG).until(() -> Files.exists(folder.resolve("live.jsonl.part")));
            publish(line, "gw-2", POWER);
            await().atMost(LONG).until(() -> recording.recorded() == 1);
            recording.close();

            assertThat(lines("live.jsonl")).containsExactly(POWER);
            assertThat(count).succeedsWithin(LONG).isEqualTo(1L);
            assertThat(folder.resolve("live.jsonl.part")).doesNotExist();
        }
    }

    private static long run(FeedRecording recording) {
        try {
            return recording.run();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> exporting(RunningLine line, String out, Map<String, String> more) {
        Map<String, String> options = new HashMap<>(line.databaseOptions());
        options.put("enterprise", CODE);
        options.put("out", path(out));
        options.putAll(more);
        return options;
    }

    private List<String> exported(RunningLine line, String out, Map<String, String> more) throws IOException {
        Map<String, String> options = exporting(line, out, more);
        List<String> words = new ArrayList<>(List.of("feed", "export"));
        options.forEach((name, value) -> words.add("--" + name + '=' + value));
        launch(words);
        return lines(out);
    }

    private List<String> recorded(RunningLine line, String out, String enterprise) throws IOException {
        launch(List.of(
                "feed",
                "record",
                "--from-beginning",
                "--until-caught-up",
                "--kafka-bootstrap=" + line.kafka(),
                "--enterprise=" + enterprise,
                "--out=" + path(out)));
        return lines(out);
    }

    private static void launch(List<String> words) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        int code = new Launcher(Commands.all(), Map.of(), writer, writer).run(words.toArray(String[]::new));
        assertThat(code).as("%s", said).isZero();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private List<String> lines(String name) throws IOException {
        try (InputStream file = Files.newInputStream(folder.resolve(name));
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(file) : file) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        }
    }

    private static String line(String device, String meter, String at, String kind, String value, String source) {
        return "{\"device\":\"%s/%s\",\"meter\":\"%s\",\"at\":\"%s\",\"%s\":\"%s\"%s}"
                .formatted(CODE, device, meter, at, kind, value, source);
    }

    /** One message that holds the readings of some lines. */
    private static void publish(RunningLine line, String device, String... readings) {
        String batch = Stream.of(readings)
                .map(reading -> reading.replaceFirst("\"device\":[^,]*,", ""))
                .reduce((one, next) -> one + ',' + next)
                .orElseThrow();
        Mqtt5BlockingClient client = Mqtt5Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(line.mqttPort())
                .simpleAuth()
                .username(CODE + '/' + device)
                .password(PASSWORD.getBytes(UTF_8))
                .applySimpleAuth()
                .buildBlocking();
        client.connect();
        client.publishWith()
                .topic("kw/v1/" + CODE + '/' + device + "/readings")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(("{\"readings\":[" + batch + "]}").getBytes(UTF_8))
                .send();
        client.disconnect();
    }

    private static void poison(RunningLine line) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaConfig(line.kafka(), 1, 1).producer("test-poison", Map.of())) {
            producer.send(new ProducerRecord<>(Topics.READINGS.name(), CODE, "{broken".getBytes(UTF_8)));
            producer.send(new ProducerRecord<>(Topics.READINGS.name(), CODE, null));
        }
    }

    private static String document(String deviceOfElectricity) {
        String password = PasswordHash.of(PASSWORD, 1_000).text();
        return """
                enterprise: {code: %1$s, name: {zh: 测试, en: Test}, region: "640300", industry: C3216, plant: existing}
                devices: [{id: gw-1, password: "%2$s"}, {id: gw-2, password: "%2$s"}]
                meters:
                  - {id: EL, device: %3$s, name: {zh: 电, en: power}, carrier: electricity, kind: register, unit: kWh, interval: PT15M}
                  - {id: AL, device: gw-1, name: {zh: 铝, en: aluminium}, product: aluminium-liquid, kind: amount, unit: t, interval: PT15M}
                  - {id: PW, device: gw-2, name: {zh: 机房, en: hall}, carrier: electricity, kind: power, unit: kWh, interval: PT5M}
                accounts:
                  - {id: all, indicator: comprehensive-energy, energy: [{meter: EL}, {meter: PW}]}
                """.formatted(CODE, password, deviceOfElectricity);
    }
}
