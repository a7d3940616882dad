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
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.logging.LogType;

/** The figures console in a real browser, over the running line. */
class ConsolePageIT {
    private static final Instant SEPTEMBER = Instant.parse("2026-08-31T16:00:00Z");
    private static final String MONTH = "period=month&at=2026-09-01";

    @Test
    void leadsFromTheProvinceToWhatAnExceedingFigureIsJudgedBy() throws Exception {
        TestPlant above = new TestPlant(7, 13_400);
        TestPlant within = new TestPlant(8, 13_200);
        try (RunningLine line = new RunningLine(Flavour.POSTGRESQL, InstantSource.system());
                Browser browser = Browser.open(1440, 900, "en")) {
            line.register(above.code(), above.document());
            line.register(within.code(), within.document());
            publish(line, above);
            publish(line, within);
            String figure = "/api/v1/enterprises/%s?period=month&at=2026-09-01";
            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            line.get(figure.formatted(above.code())).toString().contains("exceeds")
                                    && line.get(figure.formatted(within.code()))
                                            .toString()
                                            .contains("within"));

            // From the desk to the console, which knows the way back.
            browser.driver().get(line.page() + "?lang=en");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> browser.driver().findElement(By.id("console")).isDisplayed());
            String console = String.valueOf(
                    browser.driver().findElement(By.id("console")).getDomAttribute("href"));
            assertThat(console)
                    .startsWith("http://127.0.0.1:" + line.evidencePort() + "/?")
                    .contains("desk=");
            open(browser, console.replaceFirst("#.*", "#/?" + MONTH));
            shows(browser, "Furthest above the limit", "Test Aluminium 7", "13,400", "13,350", "Wuzhong");
            assertThat(browser.driver().findElement(By.id("ranking")).getText()).doesNotContain("Test Aluminium 8");
            assertThat(browser.driver().findElement(By.id("desk")).getDomAttribute("href"))
                    .isEqualTo(line.page());
            browser.picture("console-overview-en");

            // Into the enterprise.
            browser.driver().findElement(By.linkText("Test Aluminium 7")).click();
            shows(browser, "AC electricity of molten aluminium", "Exceeds", "GB 21346-2022", "Course", "Evidence");
            assertThat(browser.driver().findElement(By.linkText("Download ZIP")).getDomAttribute("href"))
                    .startsWith("/api/v1/enterprises/" + above.code())
                    .endsWith("/evidence.zip");
            WebElement value = browser.driver().findElement(By.cssSelector(".judged data.number"));
            assertThat(value.getText()).startsWith("13,400");
            assertThat(value.getDomAttribute("title")).isEqualTo("13,400 kWh/t");
            browser.picture("console-enterprise-en");

            // Sorted and filtered figures of all.
            open(browser, base(line) + "#/indicators?" + MONTH + "&sort=margin&down=1");
            await().atMost(Duration.ofSeconds(20)).until(() -> names(browser).size() == 2);
            assertThat(names(browser)).containsExactly("Test Aluminium 7", "Test Aluminium 8");
            open(browser, base(line) + "#/indicators?" + MONTH + "&outcome=within");
            await().atMost(Duration.ofSeconds(20)).until(() -> names(browser).equals(List.of("Test Aluminium 8")));

            // What is not measured but known.
            open(browser, base(line) + "#/reference/quotas/steel.blast-furnace.energy");
            shows(browser, "GB 21256-2013", "GB 21256-2025", "! figures not yet verified", "feed_grade");

            // And all that in Chinese, where one stands.
            browser.driver().findElement(By.id("language")).click();
            shows(browser, "标准与系数", "数值未核对原文");
            open(browser, base(line).replace("lang=en", "lang=zh") + "#/reports?enterprise=" + above.code());
            shows(browser, "企业月度通报", "地区月度通报");
            assertThat(browser.driver()
                            .findElement(By.cssSelector("#report-monthly a.primary"))
                            .getDomAttribute("href"))
                    .startsWith("/api/v1/reports/enterprises/" + above.code() + "/months/");
            browser.picture("console-reports-zh");
            assertThat(browser.driver().manage().logs().get(LogType.BROWSER).getAll())
                    .filteredOn(entry -> entry.getLevel().equals(Level.SEVERE))
                    .isEmpty();
        }
    }

    private static String base(RunningLine line) {
        return "http://127.0.0.1:" + line.evidencePort() + "/?lang=en";
    }

    private static void open(Browser browser, String address) {
        browser.driver().get("about:blank");
        browser.driver().get(address);
    }

    private static void shows(Browser browser, String... texts) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                browser.driver().findElement(By.id("view")).getText())
                        .contains(texts));
    }

    private static List<String> names(Browser browser) {
        return browser.driver().findElements(By.cssSelector("#figures tbody a.who")).stream()
                .map(WebElement::getText)
                .toList();
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
