package io.kilowatch.ingest.mqtt;

import static io.netty.handler.codec.mqtt.MqttQoS.AT_LEAST_ONCE;
import static io.netty.handler.codec.mqtt.MqttVersion.MQTT_3_1_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.ingest.Plant;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The national upload record over HTTP and over MQTT, through a whole gateway. */
class UploadServerTest {
    private static final String RECORD =
            "{\"dataCode\":\"00-00-0000-011500-11\",\"dataValue\":123.45,\"inputType\":1,\"statType\":1,"
                    + "\"statDate\":\"2026-11-21 00:00:00\",\"scope\":1,\"valid\":true}";

    private final GatewayFixture gateway = new GatewayFixture(
            Plant.registered(), Map.of("upload", "true", "upload-port", "0", "upload-patience", "PT1S"));
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aRegisteredDeviceIsToldItsIdAndItsSlotTheSameEachTime() throws Exception {
        JsonObject first = post("register", "{\"enterpriseCode\":\"" + Plant.CODE + "\",\"region\":\"640100\"}");
        JsonObject second = post("register", "{\"enterpriseCode\":\"" + Plant.CODE + "\"}");

        assertThat(first.getString("responseCode")).isEqualTo("0");
        assertThat(first.getString("deviceId")).matches("[0-9a-f]{32}").isEqualTo(second.getString("deviceId"));
        assertThat(first.getString("uploadTime"))
                .isBetween("00:30:00", "05:30:00")
                .isEqualTo(second.getString("uploadTime"));
        assertThat(first.getString("centerDataURL")).endsWith("/uploadEnergyData");
    }

    @Test
    void anotherEnterpriseOrRegionIsNotRegistered() throws Exception {
        assertThat(post("register", "{\"enterpriseCode\":\"91640000000000000X\"}")
                        .getString("responseCode"))
                .isEqualTo("1");
        assertThat(post("register", "{\"enterpriseCode\":\"" + Plant.CODE + "\",\"region\":\"110000\"}")
                        .getString("responseCode"))
                .isEqualTo("1");
    }

    @Test
    void theVersionOfTheDictionaryIsThatOfTheDocument() throws Exception {
        assertThat(post("versionCheck", "{}").getString("dicVersion")).isEqualTo("7");
    }

    @Test
    void anUploadIsAnsweredWithSuccessOnlyWhenItIsStored() throws Exception {
        gateway.publisher.become(HeldPublisher.Mode.HOLD);

        HttpResponse<String> waited = send("uploadEnergyData", upload(RECORD), Plant.USER, Plant.PASSWORD);
        assertThat(waited.statusCode()).isEqualTo(503);
        assertThat(waited.headers().firstValue("retry-after")).isPresent();

        gateway.publisher.become(HeldPublisher.Mode.STORE);
        assertThat(post("uploadEnergyData", upload(RECORD)).getString("responseMessage"))
                .isEqualTo("RECEIVE SUCCESS");
        assertThat(gateway.publisher.stored).hasSize(2);
    }

    @Test
    void aRefusedRecordIsNamedAndTheOthersAreStored() throws Exception {
        JsonObject answer = post("uploadEnergyData", upload(RECORD + ',' + RECORD.replace("-11\"", "-10\"")));

        assertThat(answer.getString("responseCode")).isEqualTo("0");
        assertThat(answer.getInteger("accepted")).isEqualTo(1);
        assertThat(answer.getJsonArray("refused").getJsonObject(0).getString("code"))
                .isEqualTo("unknown-meter");
        assertThat(new String(gateway.publisher.stored.get(0).value(), UTF_8))
                .contains("\"protocol\":\"https\"")
                .contains("\"GAS\"");
    }

    @Test
    void anIdOfAnotherDeviceIsRefusedWhoeverSignsIn() throws Exception {
        JsonObject answer =
                post("uploadEnergyData", upload(RECORD).replace("{\"data\"", "{\"deviceId\":\"00ff\",\"data\""));

        assertThat(answer.getString("responseCode")).isEqualTo("1");
        assertThat(answer.getString("responseMessage")).contains("序列号与企业统一社会信用代码不符");
        assertThat(gateway.publisher.seen).isEmpty();
    }

    @Test
    void anIdOfAnotherDeviceIsRefusedInACompressedBodyToo() throws Exception {
        String upload = upload(RECORD).replace("]}", "],\"deviceId\":\"%s\"}");
        String own =
                post("register", "{\"enterpriseCode\":\"" + Plant.CODE + "\"}").getString("deviceId");

        JsonObject answer = new JsonObject(sendPacked(upload.formatted("00ff")).body());
        assertThat(answer.getString("responseCode")).isEqualTo("1");
        assertThat(answer.getString("responseMessage")).contains("序列号与企业统一社会信用代码不符");
        assertThat(gateway.publisher.seen).isEmpty();

        assertThat(new JsonObject(sendPacked(upload.formatted(own)).body()).getString("responseCode"))
                .isEqualTo("0");
        assertThat(gateway.publisher.stored).hasSize(1);
    }

    @Test
    void aCompressedBodyIsNotInflatedBeyondTheLimitForTheSakeOfItsId() throws Exception {
        String large = "{\"pad\":\"" + " ".repeat(100_001) + "\",\"deviceId\":\"00ff\"}";

        assertThat(sendPacked(large).statusCode()).isEqualTo(413);
    }

    @Test
    void nobodyIsLetInWithoutACredential() throws Exception {
        assertThat(send("uploadEnergyData", upload(RECORD), Plant.USER, "wrong").statusCode())
                .isEqualTo(401);
        HttpRequest nameless = HttpRequest.newBuilder(address("register"))
                .POST(BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<String> answer = http.send(nameless, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("www-authenticate")).isPresent();
        assertThat(gateway.publisher.seen).isEmpty();
    }

    @Test
    void whatIsTooLargeOrNoUploadIsSaidToBe() throws Exception {
        assertThat(send("uploadEnergyData", " ".repeat(100_001), Plant.USER, Plant.PASSWORD)
                        .statusCode())
                .isEqualTo(413);
        assertThat(send("uploadEnergyData", "{\"data\":", Plant.USER, Plant.PASSWORD)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theSameRecordComesOverMqttToo() throws IOException {
        try (RawClient client = gateway.connected(MQTT_3_1_1)) {
            client.publish("kw/v1/" + Plant.USER + "/nhjc", AT_LEAST_ONCE, 1, upload(RECORD));

            assertThat(client.next().fixedHeader().messageType()).isEqualTo(MqttMessageType.PUBACK);
            assertThat(new String(gateway.publisher.stored.get(0).value(), UTF_8))
                    .contains("\"GAS\"");
        }
    }

    @Test
    void theDescriptionNamesWhatIsServed() throws Exception {
        HttpRequest get = HttpRequest.newBuilder(address("api/v1/openapi.json")).build();
        JsonObject document =
                new JsonObject(http.send(get, BodyHandlers.ofString()).body());
        Set<String> served = new HashSet<>();
        for (String path : List.of("register", "versionCheck", "uploadEnergyData")) {
            if (send(path, "{}", Plant.USER, Plant.PASSWORD).statusCode() != 404) {
                served.add('/' + path);
            }
        }

        assertThat(document.getJsonObject("paths").fieldNames()).isEqualTo(served);
    }

    private static String upload(String records) {
        return "{\"data\":[" + records + "]}";
    }

    private JsonObject post(String path, String body) throws Exception {
        HttpResponse<String> answer = send(path, body, Plant.USER, Plant.PASSWORD);
        assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private HttpResponse<String> sendPacked(String upload) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(upload.getBytes(UTF_8));
        }
        return send("uploadEnergyData", BodyPublishers.ofByteArray(packed.toByteArray()), Plant.USER, Plant.PASSWORD);
    }

    private HttpResponse<String> send(String path, String body, String user, String password) throws Exception {
        return send(path, BodyPublishers.ofString(body), user, password);
    }

    private HttpResponse<String> send(String path, BodyPublisher body, String user, String password) throws Exception {
        String credentials = Base64.getEncoder().encodeToString((user + ':' + password).getBytes(UTF_8));
        HttpRequest request = HttpRequest.newBuilder(address(path))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .POST(body)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + gateway.ingest.uploadPort() + '/' + path);
    }
}
