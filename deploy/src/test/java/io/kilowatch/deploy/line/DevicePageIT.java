package io.kilowatch.deploy.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.logging.LogType;

/** The devices of the console in a real browser: lights, the health of one, and what it had rejected redriven. */
class DevicePageIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Instant START = Instant.parse("2026-08-31T16:00:00Z");

    @Test
    void leadsFromALightToWhatWasRejectedAndRedrivesIt() throws Exception {
        TestPlant plant = new TestPlant(51, 13_000);
        try (RunningLine line =
                        new RunningLine(Flavour.POSTGRESQL, InstantSource.system(), Map.of("device-window", "PT1S"));
                Browser browser = Browser.open(1440, 1000, "en")) {
            line.register(
                    plant.code(),
                    plant.document()
                            .replace("{id: AL, device: gw-1", "{id: X, device: gw-1")
                            .replace("output: [{meter: AL}]", "output: [{meter: X}]"));
            Mqtt5BlockingClient client = client(line, plant);
            client.connect();
            client.publishWith()
                    .topic(plant.topic())
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(plant.days(START, 1).get(0).getBytes(UTF_8))
                    .send();
            await().atMost(LONG)
                    .until(() -> !line.figures("/api/v1/rejected").path("items").isEmpty());
            await().atMost(LONG)
                    .until(() -> line.figures("/api/v1/devices")
                                    .at("/items/0/day/refused")
                                    .asInt()
                            > 0);

            String base = "http://127.0.0.1:" + line.evidencePort() + "/?lang=en";
            browser.driver().get(base + "#/devices");
            shows(browser, "Test Aluminium 51", "Online", "refusals", "97 / 96");
            browser.picture("devices-en");

            browser.driver().findElement(By.linkText("gw-1")).click();
            shows(browser, "Online history", "Refusals by reason", "unknown meter", "Clock offset", "mqtt-5");
            assertThat(browser.driver().findElements(By.cssSelector("#online rect.online.now")))
                    .hasSize(1);
            browser.picture("device-en");

            browser.driver().findElement(By.linkText("unknown meter")).click();
            shows(browser, "Open", "day-0", "unknown meter");
            browser.picture("rejected-en");
            browser.driver().findElement(By.cssSelector("a.who[data-id]")).click();
            shows(browser, "Every refusal", "no meter AL is registered", "Message as it came");
            browser.picture("rejection-en");

            line.register(plant.code(), plant.document());
            browser.driver().findElement(By.id("by")).sendKeys("Li Na");
            browser.driver().findElement(By.id("redrive")).click();
            shows(browser, "Redriven", "Li Na", "96 accepted, 0 refused still");
            browser.picture("redriven-en");

            browser.driver().findElement(By.id("language")).click();
            shows(browser, "已重投", "逐条原因", "接收 96，仍拒收 0");
            browser.driver().get(base.replace("lang=en", "lang=zh") + "#/devices/" + plant.code() + "/gw-1");
            shows(browser, "在线历史", "拒收原因", "未登记的计量器具");
            browser.picture("device-zh");
            assertThat(browser.driver().manage().logs().get(LogType.BROWSER).getAll())
                    .filteredOn(entry -> entry.getLevel().equals(Level.SEVERE))
                    .isEmpty();
            client.disconnect();
        }
    }

    private static Mqtt5BlockingClient client(RunningLine line, TestPlant plant) {
        return Mqtt5Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(line.mqttPort())
                .simpleAuth()
                .username(plant.user())
                .password(TestPlant.PASSWORD.getBytes(UTF_8))
                .applySimpleAuth()
                .buildBlocking();
    }

    private static void shows(Browser browser, String... texts) {
        await().atMost(LONG)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                browser.driver().findElement(By.id("view")).getText())
                        .contains(texts));
    }
}
