package io.kilowatch.alerts.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.kilowatch.alerts.fixture.MemoryDesk;
import io.kilowatch.alerts.fixture.Province;
import io.kilowatch.alerts.metrics.AlertsMetrics;
import io.kilowatch.alerts.wire.AlertJson;
import io.kilowatch.domain.BusinessCalendar;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The real server over a desk in memory, on a free port of the loopback address. */
final class ServedDesk implements AutoCloseable {
    final MemoryDesk desk = new MemoryDesk();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final HttpClient client = HttpClient.newHttpClient();
    final DeskServer server;
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer listening;

    ServedDesk() {
        var registry = Province.snapshot();
        server = new DeskServer(
                vertx, desk, () -> registry, new AlertJson(BusinessCalendar.CHINA), new AlertsMetrics(meters));
        listening = server.listen("127.0.0.1", 0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    int port() {
        return listening.actualPort();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return Verdicts.parse(response.body());
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("content-type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    @Override
    public void close() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
