package io.kilowatch.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.platform.health.Health;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManagementServerTest {
    private final Vertx vertx = Vertx.vertx();
    private final Health health = new Health();
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT) {
        @Override
        public String scrape() {
            return "kilowatch_test_total 3.0\n";
        }
    };

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
    }

    @Test
    void isAliveAndReadyWhenEveryCheckHolds() throws Exception {
        health.add("kafka", () -> true);
        int port = listen();

        assertThat(get(port, "/health/live").body()).isEqualTo("{\"status\":\"up\"}");
        HttpResponse<String> ready = get(port, "/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(ready.body()))
                .isEqualTo(new JsonObject("{\"status\":\"up\",\"checks\":{\"kafka\":\"up\"}}"));
    }

    @Test
    void isAliveButNotReadyWhileACheckFails() throws Exception {
        AtomicBoolean answers = new AtomicBoolean(false);
        health.add("kafka", () -> true);
        health.add("database", answers::get);
        int port = listen();

        HttpResponse<String> down = get(port, "/health/ready");
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(new JsonObject(down.body()).getJsonObject("checks"))
                .isEqualTo(new JsonObject("{\"kafka\":\"up\",\"database\":\"down\"}"));
        assertThat(get(port, "/health/live").statusCode()).isEqualTo(200);

        answers.set(true);
        assertThat(get(port, "/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void givesMetricsInPrometheusForm() throws Exception {
        int port = listen();

        HttpResponse<String> answer = get(port, "/metrics");

        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(answer.body()).contains("kilowatch_test_total 3.0");
    }

    @Test
    void knowsNoOtherPath() throws Exception {
        assertThat(get(listen(), "/").statusCode()).isEqualTo(404);
    }

    @Test
    void aProblemIsAnsweredAsProblemJson() throws Exception {
        Router router = Router.router(vertx);
        router.get("/api/v1/alerts/:id")
                .handler(context -> Problem.notFound("no alert \"7\"").answer(context));
        int port = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"))
                .actualPort();

        HttpResponse<String> answer = get(port, "/api/v1/alerts/7");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(new JsonObject(answer.body()))
                .isEqualTo(new JsonObject()
                        .put("type", "about:blank")
                        .put("status", 404)
                        .put("title", "Not found")
                        .put("titleZh", "未找到")
                        .put("detail", "no alert \"7\"")
                        .put("instance", "/api/v1/alerts/7"));
    }

    private int listen() throws Exception {
        return await(new ManagementServer(vertx, health, metrics).listen("127.0.0.1", 0))
                .actualPort();
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
