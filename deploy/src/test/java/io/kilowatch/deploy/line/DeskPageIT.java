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
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.logging.LogType;

/** The inspector's page in a real browser, open while readings come in. */
class DeskPageIT {
    private static final Instant SEPTEMBER = Instant.parse("2026-08-31T16:00:00Z");

    @Test
    void showsThePlantAboveItsLimitAndItsAlertWhileReadingsComeIn() throws Exception {
        TestPlant above = new TestPlant(7, 13_400);
        TestPlant within = new TestPlant(8, 13_200);
        try (RunningLine line = new RunningLine(Flavour.TIMESCALEDB, InstantSource.system());
                Browser browser = Browser.open(1440, 900, "en")) {
            line.register(above.code(), above.document());
            line.register(within.code(), within.document());
            browser.driver().get(line.page() + "?lang=en");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> text(browser, "grid").contains("Test Aluminium 7"));

            publish(line, above);
            publish(line, within);

            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(text(browser, "cards")).contains("Test Aluminium 7").doesNotContain("Test Aluminium 8");
                assertThat(text(browser, "grid")).contains("13,400", "13,200", "Exceeds", "Within");
            });
            browser.picture("desk-en");
            browser.driver().findElement(By.cssSelector("#cards button.card")).click();
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() ->
                            assertThat(text(browser, "sheet")).contains("Evidence", "Show (JSON)", "Download ZIP"));
            browser.picture("alert-evidence-en");
            assertThat(browser.driver().findElement(By.linkText("Download ZIP")).getDomAttribute("href"))
                    .startsWith("http://127.0.0.1:" + line.evidencePort() + "/api/v1/enterprises/" + above.code())
                    .endsWith("/evidence.zip");
            browser.driver().findElement(By.cssSelector("#sheet button.close")).click();

            browser.driver().findElement(By.id("language")).click();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> text(browser, "grid").contains("超限")
                            && text(browser, "grid").contains("测试铝业 7 号"));
            browser.picture("desk-zh");
            assertThat(browser.driver().manage().logs().get(LogType.BROWSER).getAll())
                    .noneMatch(entry -> entry.getLevel().equals(Level.SEVERE));
        }
    }

    private static String text(Browser browser, String id) {
        return browser.driver().findElement(By.id(id)).getText();
    }

    private static void publish(RunningLine line, TestPlant plant) {
        Mqtt5BlockingClient client = Mqtt5Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(line.mqttPort())
                .simpleAuth()
                .username(plant.user())
                .password(TestPlant.PASSWORD.getBytes(UTF_8))
                .applySimpleAuth()
                .buildBlocking();
        client.connect();
        for (String day : plant.days(SEPTEMBER, 30)) {
            client.publishWith()
                    .topic(plant.topic())
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(day.getBytes(UTF_8))
                    .send();
        }
        client.disconnect();
    }
}
