package io.kilowatch.aggregator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kilowatch.aggregator.testing.MemoryVerdicts;
import io.kilowatch.aggregator.testing.Province;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeviceApiTest {
    private static final String DEVICES = "/api/v1/enterprises/" + Province.SMELTER + "/devices";

    private final ServedApi served = new ServedApi(new MemoryVerdicts());

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void listsTheDevicesOfAnEnterpriseWithWhatIsWrongWithThem() throws Exception {
        JsonNode page = served.json(DEVICES);

        DescribedApi.of(served).assertDescribed("DevicePage", page);
        JsonNode device = page.path("items").get(0);
        assertThat(device.path("device").asText()).isEqualTo("gw-1");
        assertThat(device.path("status").asText()).isEqualTo("online");
        assertThat(device.path("concerns").toString()).isEqualTo("[\"refusals\",\"clock\"]");
        assertThat(device.path("seenAt").asText()).isEqualTo("2026-11-22T10:30:00+08:00");
        assertThat(device.path("medianClockOffsetMillis").asLong()).isEqualTo(-150_900);
    }

    @Test
    void pagesThroughTheDevicesOfAllAndFiltersThem() throws Exception {
        JsonNode first = served.json("/api/v1/devices?limit=1");
        JsonNode second = served.json(
                "/api/v1/devices?limit=1&cursor=" + first.path("next").asText());

        assertThat(first.at("/items/0/enterprise/code").asText())
                .isLessThan(second.at("/items/0/enterprise/code").asText());
        assertThat(served.json("/api/v1/devices?status=offline").path("items")).isEmpty();
        assertThat(served.json("/api/v1/devices?concern=clock&status=online").path("items"))
                .hasSize(2);
        assertThat(served.json("/api/v1/devices?concern=login").path("items")).isEmpty();
        assertThat(served.get("/api/v1/devices?status=asleep", "*/*").statusCode())
                .isEqualTo(400);
    }

    @Test
    void tellsTheHealthOfADeviceHourByHourWithItsConnections() throws Exception {
        JsonNode health = served.json(DEVICES + "/gw-1");

        DescribedApi.of(served).assertDescribed("DeviceHealth", health);
        assertThat(health.path("from").asText()).isEqualTo("2026-11-16");
        assertThat(health.path("to").asText()).isEqualTo("2026-11-22");
        assertThat(health.at("/refusals/unknown-meter").asLong()).isPositive();
        assertThat(health.path("connections").findValuesAsText("ending"))
                .containsExactly("null", "keep-alive", "client");
        assertThat(health.at("/connections/1/will/content").asText()).isEqualTo("power off");
    }

    @Test
    void givesTheHoursOfTheDaysAskedForAsATable() throws Exception {
        String csv = served.text(DEVICES + "/gw-1?from=2026-11-20&to=2026-11-20", "text/csv");

        // A day of 24 hours, of which some were silent, and a heading.
        assertThat(csv.lines().count()).isBetween(20L, 25L);
        assertThat(csv).contains("时钟偏差").contains("2026-11-20T").doesNotContain("2026-11-21T");
    }

    @Test
    void saysWhatThereIsNot() throws Exception {
        assertThat(served.get(DEVICES + "/gw-9", "*/*").statusCode()).isEqualTo(404);
        assertThat(served.get(DEVICES + "/gw-1?from=2026-01-01&to=2026-11-22", "*/*")
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<byte[]> nobody = served.get("/api/v1/enterprises/" + Province.ALLOY + "/devices/gw-1", "*/*");
        assertThat(nobody.statusCode()).isEqualTo(404);
    }
}
