package io.kilowatch.alerts.http;

import io.kilowatch.alerts.desk.Desk;
import io.kilowatch.alerts.intake.Stored;
import io.kilowatch.alerts.metrics.AlertsMetrics;
import io.kilowatch.alerts.wire.AlertJson;
import io.kilowatch.platform.http.Guard;
import io.kilowatch.platform.http.OpenApi;
import io.kilowatch.platform.http.PageFiles;
import io.kilowatch.platform.http.Problem;
import io.kilowatch.platform.http.Query;
import io.kilowatch.platform.http.Refusals;
import io.kilowatch.platform.http.Reply;
import io.kilowatch.platform.http.Workers;
import io.kilowatch.registry.feed.Registry;
import io.kilowatch.registry.reference.ReferenceData;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The HTTP server of the inspector's desk: API, live events and the page. */
public final class DeskServer {
    /** How many requests work at the same time; the database needs as many connections. */
    public static final int WORKERS = 4;

    private static final int LONGEST_BODY = 16 * 1024;
    private static final String OPEN_API = "/io/kilowatch/alerts/openapi.json";

    private static final String PAGE_FOLDER = "/io/kilowatch/alerts/page/";

    /** The files of the page that are not shared with others. */
    static final List<String> PAGE = List.of(
            "index.html",
            "css/layout.css",
            "css/desk.css",
            "css/alerts.css",
            "css/drawer.css",
            "js/main.js",
            "js/words.js",
            "js/state.js",
            "js/topbar.js",
            "js/desk.js",
            "js/row.js",
            "js/drawer.js",
            "js/indicator.js",
            "js/alerts.js",
            "js/dialog.js",
            "js/live.js");

    private final Vertx vertx;
    private final Context loop;
    private final Workers workers;
    private final EnterpriseApi enterprises;
    private final AlertApi alerts;
    private final EventStream events;

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
        this.workers = new Workers(vertx, "alerts-desk", WORKERS);
        this.enterprises = new EnterpriseApi(desk, known, json, evidence);
        this.alerts = new AlertApi(desk, known, json, evidence);
        this.events = new EventStream(vertx, loop, known, json, metrics);
    }

    /** Listens; the future gives the server, whose port is known then. */
    public Future<HttpServer> listen(String host, int port) {
        Promise<HttpServer> listening = Promise.promise();
        loop.runOnContext(nothing -> {
            HttpServerOptions options =
                    new HttpServerOptions().setCompressionSupported(false).setHttp2ClearTextEnabled(false);
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
        router.route().handler(new Guard(host, PageFiles.POLICY)::check).handler(Guard::jsonOnly);
        router.get("/api/v1/summary").handler(workers.answering(enterprises::summary));
        router.get("/api/v1/enterprises").handler(workers.answering(enterprises::list));
        router.get("/api/v1/enterprises/:code").handler(workers.answering(enterprises::detail));
        router.get("/api/v1/enterprises/:code/indicators").handler(workers.answering(enterprises::series));
        router.get("/api/v1/alerts").handler(workers.answering(alerts::list));
        router.get("/api/v1/alerts/:id").handler(workers.answering(alerts::detail));
        router.post("/api/v1/alerts/:id/acknowledge")
                .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
                .handler(this::acknowledge);
        Reply inputs = Inputs.reply(ReferenceData.standard());
        router.get("/api/v1/inputs").handler(inputs::send);
        router.get("/api/v1/events").handler(events::listen);
        OpenApi.mount(router, DeskServer.class, OPEN_API);
        new PageFiles(DeskServer.class, PAGE_FOLDER, PAGE).mount(router);
        refusals(router);
        return router;
    }

    private void acknowledge(RoutingContext context) {
        Query query = Query.of(context);
        String body = context.body().asString() == null ? "" : context.body().asString();
        workers.answer(context, () -> alerts.acknowledge(query, body));
    }

    private static void refusals(Router router) {
        Refusals.mount(router);
        Refusals.mount(
                router,
                413,
                () -> new Problem(
                        413,
                        "Content too large",
                        "内容过大",
                        "请求正文最多 " + LONGEST_BODY + " 字节 / a body has at most " + LONGEST_BODY + " bytes"));
    }
}
