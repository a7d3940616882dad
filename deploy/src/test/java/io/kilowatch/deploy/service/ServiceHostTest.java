package io.kilowatch.deploy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.http.HttpConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceHostTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void isNotReadyBeforeAllItsPartsAreThere() throws Exception {
        HttpConfig http = HttpConfig.from(new Settings(Map.of("management-port", "0"), Map.of()));
        try (ServiceHost host = new ServiceHost(http)) {
            assertThat(ready(host).statusCode()).isEqualTo(503);
            assertThat(ready(host).body()).contains("\"started\":\"down\"");

            Thread waiting = new Thread(() -> awaitEnd(host), "waiting");
            waiting.start();

            await().atMost(Duration.ofSeconds(30)).until(() -> ready(host).statusCode() == 200);
            waiting.interrupt();
        }
    }

    private static void awaitEnd(ServiceHost host) {
        try {
            host.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> ready(ServiceHost host) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + host.managementPort() + "/health/ready");
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
