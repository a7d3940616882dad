package io.kilowatch.aggregator.http;

import io.kilowatch.aggregator.evidence.http.EvidenceApi;
import io.kilowatch.aggregator.evidence.http.EvidenceSource;
import io.kilowatch.aggregator.figures.Verdicts;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.platform.http.Endpoint;
import io.kilowatch.platform.http.Guard;
import io.kilowatch.platform.http.OpenApi;
import io.kilowatch.platform.http.Refusals;
import io.kilowatch.platform.http.Workers;
import io.kilowatch.registry.feed.Registry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;

/** The HTTP server of the aggregator's API: figures, what they were computed from, and what they are judged by. */
final class ApiServer {
    /** How many requests work at the same time; the database needs as many connections. */
    static final int WORKERS = 3;

    private static final String OPEN_API = "/io/kilowatch/aggregator/openapi.json";

    private final Vertx vertx;
    private final Workers workers;
    private final EvidenceApi evidence;
    private final IndicatorApi indicators;
    private final SeriesApi series;

    /**
     * What it answers from.
     *
     * @param verdicts figures
     * @param evidence what they were computed from
     * @param registry whose they are
     * @param calendar what times are written in
     */
    record Sources(Verdicts verdicts, EvidenceSource evidence, Registry registry, BusinessCalendar calendar) {}

    ApiServer(Vertx vertx, Sources sources) {
        Known known = new Known(sources.registry(), sources.verdicts());
        VerdictItem item = new VerdictItem(sources.calendar());
        this.vertx = vertx;
        this.workers = new Workers(vertx, "aggregator-api", WORKERS);
        this.evidence = new EvidenceApi(sources.evidence());
        this.indicators = new IndicatorApi(known, item);
        this.series = new SeriesApi(known, item);
    }

    Future<HttpServer> listen(String host, int port) {
        return vertx.createHttpServer(
                        new HttpServerOptions().setCompressionSupported(false).setHttp2ClearTextEnabled(false))
                .requestHandler(router(host))
                .listen(port, host);
    }

    void close() {
        workers.close();
    }

    Router router(String host) {
        Router router = Router.router(vertx);
        router.route().handler(new Guard(host, Guard.NOTHING)::check);
        get(router, "/api/v1/indicators", indicators::all);
        get(router, "/api/v1/enterprises/:code/indicators", indicators::ofEnterprise);
        get(router, "/api/v1/enterprises/:code/indicators/:indicator/series", series::series);
        get(router, "/api/v1/enterprises/:code/indicators/:indicator/rolling", series::rolling);
        evidence.mount(router, workers);
        OpenApi.mount(router, ApiServer.class, OPEN_API);
        Refusals.mount(router);
        return router;
    }

    private void get(Router router, String path, Endpoint endpoint) {
        router.get(path).handler(workers.answering(endpoint));
    }
}
