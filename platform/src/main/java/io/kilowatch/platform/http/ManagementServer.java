package io.kilowatch.platform.http;

import io.kilowatch.platform.health.Health;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** The operator's HTTP server: {@code /health/live}, {@code /health/ready} and {@code /metrics} for Prometheus. */
public final class ManagementServer {
    private final Vertx vertx;
    private final Health health;
    private final PrometheusMeterRegistry metrics;

    /** A server that is not listening yet. */
    public ManagementServer(Vertx vertx, Health health, PrometheusMeterRegistry metrics) {
        this.vertx = vertx;
        this.health = health;
        this.metrics = metrics;
    }

    /** Listens; the future gives the server, whose port is known then. */
    public Future<HttpServer> listen(String host, int port) {
        Router router = Router.router(vertx);
        router.get("/health/live").handler(context -> answer(context, 200, new JsonObject().put("status", "up")));
        router.get("/health/ready").handler(this::ready);
        router.get("/metrics").handler(this::metrics);
        return vertx.createHttpServer().requestHandler(router).listen(port, host);
    }

    private void ready(RoutingContext context) {
        vertx.executeBlocking(health::ask, false).onComplete(asked -> {
            Map<String, Boolean> answers = asked.succeeded() ? asked.result() : Map.of("health", false);
            boolean up = answers.values().stream().allMatch(answer -> answer);
            JsonObject checks = new JsonObject();
            answers.forEach((name, answer) -> checks.put(name, answer ? "up" : "down"));
            answer(
                    context,
                    up ? 200 : 503,
                    new JsonObject().put("status", up ? "up" : "down").put("checks", checks));
        });
    }

    private void metrics(RoutingContext context) {
        vertx.executeBlocking(metrics::scrape, false)
                .onSuccess(text -> context.response()
                        .putHeader("content-type", "text/plain; version=0.0.4; charset=utf-8")
                        .end(text))
                .onFailure(context::fail);
    }

    private static void answer(RoutingContext context, int status, JsonObject body) {
        context.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(body.encode());
    }
}
