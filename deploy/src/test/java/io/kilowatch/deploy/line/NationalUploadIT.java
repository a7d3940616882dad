package io.kilowatch.deploy.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import io.kilowatch.deploy.command.Launcher;
import io.kilowatch.deploy.credential.AuthorityFolder;
import io.kilowatch.deploy.program.Commands;
import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import io.kilowatch.deploy.testing.TestFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The national upload record over MQTT and over HTTPS, each through a whole line to the same figures of a month. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NationalUploadIT {
    private static final Instant NOW = Instant.parse("2026-10-20T04:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AuthorityFolder authority = new AuthorityFolder(TestFolder.fresh("upload-ca"));
    private RunningLine line;

    @BeforeAll
    void start() throws Exception {
        run("device", "ca", "init", "--ca=" + authority.folder());
        run("device", "ca", "server", "127.0.0.1", "--ca=" + authority.folder());
        line = new RunningLine(
                Flavour.POSTGRESQL,
                InstantSource.fixed(NOW),
                Map.of(
                        "upload", "true",
                        "upload-port", "0",
                        "mqtt-tls-host", "127.0.0.1",
                        "mqtt-tls-port", "0",
                        "mqtt-tls-certificate", authority.gatewayCertificate().toString(),
                        "mqtt-tls-key", authority.gatewayKey().toString()));
    }

    @AfterAll
    void stop() {
        line.close();
        TestFolder.remove(authority.folder());
    }

    @Test
    void comesOverMqttToTheVerdictOfTheMonth() throws Exception {
        NationalWorks works = new NationalWorks(1);
        line.register(works.code(), works.document());

        JsonNode power = publish(
                works,
                NationalWorks.POWER,
                upload(works, NationalWorks.POWER, "").getBytes(UTF_8));
        JsonNode output = publish(works, NationalWorks.OUTPUT, gzip(upload(works, NationalWorks.OUTPUT, "")));

        assertRefused(power, "00-00-0000-023300-11");
        assertRefused(output, "00-00-0000-040001-30");
        awaitFigures(works);
        awaitRejected(works, "mqtt-5");
    }

    @Test
    void comesOverHttpsToTheSameVerdict() throws Exception {
        NationalWorks works = new NationalWorks(2);
        line.register(works.code(), works.document());

        JsonNode power = uploadSecurely(works, NationalWorks.POWER, false);
        JsonNode output = uploadSecurely(works, NationalWorks.OUTPUT, true);

        for (JsonNode answer : List.of(power, output)) {
            assertThat(answer.path("responseCode").asText()).isEqualTo("0");
            assertThat(answer.path("responseMessage").asText()).isEqualTo("RECEIVE SUCCESS");
        }
        assertRefused(power, "00-00-0000-023300-11");
        assertRefused(output, "00-00-0000-040001-30");
        awaitFigures(works);
        awaitRejected(works, "https");
    }

    /** What the device is told on its receipts topic. */
    private JsonNode publish(NationalWorks works, String device, byte[] payload) throws Exception {
        String topics = "kw/v1/" + works.user(device);
        Mqtt5BlockingClient client = Mqtt5Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(line.mqttPort())
                .simpleAuth()
                .username(works.user(device))
                .password(NationalWorks.PASSWORD.getBytes(UTF_8))
                .applySimpleAuth()
                .buildBlocking();
        client.connect();
        try (Mqtt5BlockingClient.Mqtt5Publishes receipts = client.publishes(MqttGlobalPublishFilter.ALL)) {
            client.subscribeWith()
                    .topicFilter(topics + "/receipts")
                    .qos(MqttQos.AT_MOST_ONCE)
                    .send();
            client.publishWith()
                    .topic(topics + "/nhjc")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(payload)
                    .send();
            return JSON.readTree(
                    receipts.receive(60, TimeUnit.SECONDS).orElseThrow().getPayloadAsBytes());
        } finally {
            client.disconnect();
        }
    }

    /** What the device is answered, after it has registered and asked for the versions. */
    private JsonNode uploadSecurely(NationalWorks works, String device, boolean packed) throws Exception {
        SecureUploads uploads = new SecureUploads(authority.certificate(), works.user(device), NationalWorks.PASSWORD);
        JsonNode registered = uploads.post(
                URI.create("https://127.0.0.1:" + line.uploadPort() + "/register"),
                "{\"enterpriseCode\":\"%s\",\"region\":\"640381\"}"
                        .formatted(works.code())
                        .getBytes(UTF_8));
        assertThat(registered.path("responseCode").asText()).isEqualTo("0");
        String id = "\"deviceId\":\"" + registered.path("deviceId").asText() + '"';
        if (device.equals(NationalWorks.OUTPUT)) {
            assertThat(registered.path("uploadTime").asText()).isEqualTo("01:38:00");
        }

        JsonNode versions = uploads.post(
                URI.create(registered.path("loadDicVersionURL").asText()), ('{' + id + '}').getBytes(UTF_8));
        assertThat(versions.path("responseCode").asText()).isEqualTo("0");
        assertThat(versions.path("dicVersion").asText()).matches("\\d+");

        String upload = upload(works, device, id + ',');
        return uploads.post(
                URI.create(registered.path("centerDataURL").asText()), packed ? gzip(upload) : upload.getBytes(UTF_8));
    }

    private static String upload(NationalWorks works, String device, String id) {
        return '{' + id + "\"enterpriseCode\":\"" + works.code() + "\",\"data\":["
                + String.join(",", works.records(device)) + "]}";
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    /** Thirty days are accepted; the two records after them are refused by name. */
    private static void assertRefused(JsonNode told, String dataCode) {
        assertThat(told.path("accepted").asInt()).as("%s", told).isEqualTo(30);
        assertThat(told.path("refusedCount").asInt()).isEqualTo(2);
        JsonNode refused = told.path("refused");
        assertThat(refused.findValuesAsText("index")).containsExactly("30", "31");
        assertThat(refused.findValuesAsText("code")).containsExactly("marked-invalid", "bad-code");
        assertThat(refused.findValuesAsText("meter")).containsExactly(dataCode, "02-33-00");
        assertThat(refused.at("/1/messageZh").asText()).contains("采集数据编码应为 16 位数字");
    }

    /**
     * By hand: 30 × 1,300,000 + 1,000 × (1 + … + 30) = 39,465,000 kWh, the quarters cancelling out, and 3,000 t; that is
     * 13,155 kWh/t, above level 2 (13,000) and within level 3 (13,350). × 0.1229 kgce/kWh it is 4,850.2485 tce.
     */
    private void awaitFigures(NationalWorks works) {
        await().atMost(LONG).ignoreExceptions().untilAsserted(() -> {
            JsonNode month = figure(works, "unit-product:al/month");
            assertDecimal(month, "value", "13155");
            assertDecimal(month, "numerator", "39465000");
            assertDecimal(month, "denominator", "3000");
            assertDecimal(month, "completeness", "1");
            assertDecimal(month, "limit", "13350");
            assertThat(month.path("asOf").asText()).isEqualTo("2026-10-01T00:00:00+08:00");
            assertThat(month.path("outcome").asText()).isEqualTo("within");
            assertThat(month.path("levelReached").asInt()).isEqualTo(3);
            assertDecimal(figure(works, "unit-product:al/day"), "value", "13010.0025");
            assertDecimal(figure(works, "comprehensive-energy/month"), "value", "4850.2485");
        });
    }

    private JsonNode figure(NationalWorks works, String which) throws Exception {
        return line.figures("/api/v1/enterprises/" + works.code() + "/indicators/" + which + "/2026-09-01");
    }

    private static void assertDecimal(JsonNode figure, String field, String expected) {
        assertThat(new BigDecimal(figure.path(field).asText()))
                .as("%s of %s", field, figure)
                .isEqualByComparingTo(expected);
    }

    /** What was refused is kept with the way that it came. */
    private void awaitRejected(NationalWorks works, String protocol) {
        await().atMost(LONG).untilAsserted(() -> {
            JsonNode items =
                    line.figures("/api/v1/rejected?enterprise=" + works.code()).path("items");
            assertThat(items.findValuesAsText("protocol")).containsExactly(protocol, protocol);
            assertThat(items.findValuesAsText("device"))
                    .containsExactlyInAnyOrder(NationalWorks.POWER, NationalWorks.OUTPUT);
            assertThat(items.at("/0/codes").toString()).contains("bad-code", "marked-invalid");
        });
    }

    private static void run(String... words) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        assertThat(new Launcher(Commands.all(), Map.of(), writer, writer).run(words))
                .as("%s", said)
                .isZero();
    }
}
