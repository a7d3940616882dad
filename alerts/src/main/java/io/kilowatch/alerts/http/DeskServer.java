package io.kilowatch.alerts.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kilowatch.alerts.desk.Desk;
import io.kilowatch.alerts.intake.Stored;
import io.kilowatch.alerts.metrics.AlertsMetrics;
import io.kilowatch.alerts.wire.AlertJson;
import io.kilowatch.platform.http.Problem;
import io.kilowatch.registry.feed.Registry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server of the inspector's desk: API, live events and the page. */
public final class DeskServer {
    /** How many requests work at the same time; the database needs as many connections. */
    public static final int WORKERS = 4;

    private static final Logger log = LoggerFactory.getLogger(DeskServer.class);
    private static final int LONGEST_BODY = 16 * 1024;
    private static final String OPEN_API = "/io/kilowatch/alerts/openapi.json";

    private final Vertx vertx;
    private final Context loop;
    private final WorkerExecutor workers;
    private final EnterpriseApi enterprises;
    private final AlertApi alerts;
    private final EventStream events;

    private interface Endpoint {
        Reply answer(Query query) throws Exception;
    }

    /** A server that is not listening yet, whose page links to no evidence. */
    public DeskServer(Vertx vertx, Desk desk, Registry registry, AlertJson json, AlertsMetrics metrics) {
        this(vertx, desk, registry, json, metrics, Optional.empty());
    }

    /**
     * A server that is not listening yet; it asks for the desk when the first request comes.
     *
     * @param evidence where browsers find the aggregator's API
     */
    public DeskServer(
            Vertx vertx, Desk desk, Registry registry, AlertJson json, AlertsMetrics metrics, Optional<URI> evidence) {
        Enterprises known = new Enterprises(registry);
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.workers = vertx.createSharedWorkerExecutor("alerts-desk", WORKERS);
        this.enterprises = new EnterpriseApi(desk, known, json);
        this.alerts = new AlertApi(desk, known, json, evidence);
        this.events = new EventStream(vertx, loop, known, json, metrics);
    }

    /** Listens; the future gives the server, whose port is known then. */
    public Future<HttpServer> listen(String host, int port) {
        Promise<HttpServer> listening = Promise.promise();
        loop.runOnContext(nothing -> {
            HttpServerOptions options = new HttpServerOptions().setCompressionSupported(false);
            vertx.createHttpServer(options)
                    .requestHandler(router(host))
                    .listen(port, host)
                    .onComplete(listening);
        });
        events.start();
        return listening.future();
    }

    /** Ends the live events; the HTTP server itself is closed by who listened. */
    public void close() {
        events.close();
        workers.close();
    }

    /** Tells listening browsers what a transaction has changed; from any thread. */
    public void publish(Stored stored) {
        events.publish(stored);
    }

    Router router(String host) {
        Router router = Router.router(vertx);
        router.route().handler(new Guard(host)::check);
        router.get("/api/v1/summary").handler(answering(enterprises::summary));
        router.get("/api/v1/enterprises").handler(answering(enterprises::list));
        router.get("/api/v1/enterprises/:code").handler(answering(enterprises::detail));
        router.get("/api/v1/enterprises/:code/indicators").handler(answering(enterprises::series));
        router.get("/api/v1/alerts").handler(answering(alerts::list));
        router.get("/api/v1/alerts/:id").handler(answering(alerts::detail));
        router.post("/api/v1/alerts/:id/acknowledge")
                .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
                .handler(this::acknowledge);
        router.get("/api/v1/events").handler(events::listen);
        String description = openApi();
        router.get("/api/v1/openapi.json").handler(answering(query -> new Reply("application/json", description, "")));
        PageFiles.mount(router);
        refusals(router);
        return router;
    }

    private Handler<RoutingContext> answering(Endpoint endpoint) {
        return context -> {
            Query query = Query.of(context);
            work(context, () -> endpoint.answer(query));
        };
    }

    private void acknowledge(RoutingContext context) {
        Query query = Query.of(context);
        String body = context.body().asString() == null ? "" : context.body().asString();
        work(context, () -> alerts.acknowledge(query, body));
    }

    private void work(RoutingContext context, java.util.concurrent.Callable<Reply> work) {
        workers.executeBlocking(work, false)
                .onSuccess(reply -> reply.send(context))
                .onFailure(context::fail);
    }

    private static void refusals(Router router) {
        refusal(router, 400, () -> Problem.badRequest("the request cannot be read"));
        refusal(router, 404, () -> Problem.notFound("there is nothing at this address; see /api/v1/openapi.json"));
        refusal(router, 405, () -> new Problem(405, "Method not allowed", "不支持的方法", "see /api/v1/openapi.json"));
        refusal(
                router,
                413,
                () -> new Problem(413, "Content too large", "内容过大", "a body has at most " + LONGEST_BODY + " bytes"));
        refusal(router, 500, Problem::internal);
    }

    private static void refusal(Router router, int status, Supplier<Problem> problem) {
        router.errorHandler(status, context -> {
            if (context.failure() instanceof Refusal refusal) {
                refusal.problem().answer(context);
                return;
            }
            if (status == 500) {
                log.error("request failed [path: {}]", context.request().path(), context.failure());
            }
            if (!context.response().headWritten()) {
                problem.get().answer(context);
            }
        });
    }

    private static String openApi() {
        try (InputStream in = DeskServer.class.getResourceAsStream(OPEN_API)) {
            if (in == null) {
                throw new IllegalStateException("the API's description is missing: " + OPEN_API);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
