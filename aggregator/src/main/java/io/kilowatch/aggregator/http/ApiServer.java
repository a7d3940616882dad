package io.kilowatch.aggregator.http;

import io.kilowatch.aggregator.budget.RegionBudgets;
import io.kilowatch.aggregator.devices.Devices;
import io.kilowatch.aggregator.devices.Rejections;
import io.kilowatch.aggregator.evidence.Rules;
import io.kilowatch.aggregator.evidence.http.EvidenceApi;
import io.kilowatch.aggregator.evidence.http.EvidenceSource;
import io.kilowatch.aggregator.figures.Verdicts;
import io.kilowatch.platform.http.Endpoint;
import io.kilowatch.platform.http.Guard;
import io.kilowatch.platform.http.OpenApi;
import io.kilowatch.platform.http.Query;
import io.kilowatch.platform.http.Refusals;
import io.kilowatch.platform.http.Reply;
import io.kilowatch.platform.http.Workers;
import io.kilowatch.registry.feed.Registry;
import io.kilowatch.registry.reference.ReferenceData;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;

/** The HTTP server of the aggregator: an API of figures, their evidence and rules, and the console that shows them. */
final class ApiServer {
    /** How many requests work at the same time; the database needs as many connections. */
    static final int WORKERS = 3;

    private static final int LONGEST_BODY = 64 * 1024;

    private static final String OPEN_API = "/io/kilowatch/aggregator/openapi.json";

    private final Vertx vertx;
    private final Workers workers;
    private final EvidenceApi evidence;
    private final IndicatorApi indicators;
    private final FigureApi figures;
    private final SeriesApi series;
    private final RollingApi rolling;
    private final EnterpriseApi enterprises;
    private final RegionApi regions;
    private final OutlookApi outlooks;
    private final RegionOutlookApi regionOutlooks;
    private final ReferenceApi reference;
    private final SnapshotApi snapshots;
    private final ReportApi reports;
    private final DeviceApi devices;
    private final RejectedApi rejected;

    /**
     * What it answers from.
     *
     * @param verdicts figures
     * @param evidence what they were computed from
     * @param registry whose they are
     * @param reference what they are computed with and judged by
     * @param snapshots years that were frozen
     * @param budgets those of regions
     * @param rules how they are computed
     * @param devices how devices are
     * @param rejections what was refused
     */
    record Sources(
            Verdicts verdicts,
            EvidenceSource evidence,
            Registry registry,
            ReferenceData reference,
            Snapshots snapshots,
            RegionBudgets budgets,
            Rules rules,
            Devices devices,
            Rejections rejections) {}

    ApiServer(Vertx vertx, Sources sources) {
        Known known = new Known(sources.registry(), sources.verdicts());
        VerdictItem item = new VerdictItem(sources.rules().calendar());
        this.vertx = vertx;
        this.workers = new Workers(vertx, "aggregator-api", WORKERS);
        this.evidence = new EvidenceApi(sources.evidence());
        this.indicators = new IndicatorApi(known, item);
        this.figures = new FigureApi(known, item);
        this.series = new SeriesApi(known, item);
        this.rolling = new RollingApi(series);
        this.enterprises = new EnterpriseApi(known);
        this.regions = new RegionApi(known, item);
        Days days = new Days(sources.verdicts(), sources.rules().threshold());
        this.outlooks = new OutlookApi(known, days, sources.reference());
        this.regionOutlooks = new RegionOutlookApi(known, regions, days, sources.reference(), sources.budgets());
        this.reference = new ReferenceApi(sources.reference());
        this.snapshots = new SnapshotApi(sources.snapshots());
        this.reports = new ReportApi(
                known, regions, outlooks, sources.reference(), sources.rules().calendar());
        this.devices = new DeviceApi(known, sources.devices(), sources.rules().calendar());
        this.rejected =
                new RejectedApi(known, sources.rejections(), sources.rules().calendar());
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
        router.route().handler(new Guard(host, Guard.NOTHING)::check).handler(Guard::jsonOnly);
        figures(router);
        regions(router);
        reference(router);
        devices(router);
        evidence.mount(router, workers);
        OpenApi.mount(router, ApiServer.class, OPEN_API);
        ConsolePage.mount(router);
        Refusals.mount(router);
        return router;
    }

    private void figures(Router router) {
        String enterprise = "/api/v1/enterprises/:code";
        String indicator = enterprise + "/indicators/:indicator";
        get(router, "/api/v1/indicators", indicators::all);
        get(router, "/api/v1/enterprises", enterprises::list);
        get(router, enterprise + "/indicators", indicators::ofEnterprise);
        get(router, enterprise + "/budget", outlooks::budget);
        get(router, enterprise + "/costs", outlooks::costs);
        get(router, indicator + "/:kind/:start", figures::figure);
        get(router, indicator + "/series", series::series);
        get(router, indicator + "/rolling", rolling::rolling);
        get(router, indicator + "/forecast", outlooks::forecast);
        get(router, "/api/v1/reports/enterprises/:code/months/:month", reports::enterpriseMonth);
        get(router, "/api/v1/reports/enterprises/:code/years/:year", reports::enterpriseYear);
        get(router, "/api/v1/reports/regions/:prefix/months/:month", reports::regionMonth);
        get(router, "/api/v1/snapshots", snapshots::list);
        get(router, "/api/v1/snapshots/:id", snapshots::find);
    }

    private void regions(Router router) {
        String region = "/api/v1/regions/:prefix";
        get(router, "/api/v1/regions", regions::list);
        get(router, region + "/summary", regions::summary);
        get(router, region + "/budget", regionOutlooks::budget);
        get(router, region + "/barometer", regionOutlooks::barometer);
        get(router, region + "/benchmark-share", regionOutlooks::benchmarkShare);
    }

    private void reference(Router router) {
        get(router, "/api/v1/quotas", reference::quotas);
        get(router, "/api/v1/quotas/:id", reference::quota);
        get(router, "/api/v1/factors", reference::factors);
        get(router, "/api/v1/carriers", reference::carriers);
        get(router, "/api/v1/inputs", reference::inputs);
        get(router, "/api/v1/conversions", reference::conversions);
        get(router, "/api/v1/constants", reference::constants);
        get(router, "/api/v1/price-tiers", reference::priceTiers);
        get(router, "/api/v1/warning-grades", reference::grades);
        get(router, "/api/v1/dual-control-rules", reference::dualControl);
        get(router, "/api/v1/benchmark-targets", reference::targets);
    }

    private void devices(Router router) {
        get(router, "/api/v1/devices", devices::all);
        get(router, "/api/v1/enterprises/:code/devices", devices::ofEnterprise);
        get(router, "/api/v1/enterprises/:code/devices/:device", devices::device);
        get(router, "/api/v1/rejected", rejected::list);
        get(router, "/api/v1/rejected/:id", rejected::one);
        post(router, "/api/v1/rejected/redrive", rejected::redriveMany);
        post(router, "/api/v1/rejected/:id/redrive", rejected::redriveOne);
    }

    /** What answers a request that carries a text. */
    private interface Taking {
        Reply answer(Query query, String body) throws Exception;
    }

    private void post(Router router, String path, Taking taking) {
        router.post(path)
                .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
                .handler(context -> {
                    Query query = Query.of(context);
                    String body = context.body().asString();
                    workers.answer(context, () -> taking.answer(query, body == null ? "" : body));
                });
    }

    private void get(Router router, String path, Endpoint endpoint) {
        router.get(path).handler(workers.answering(endpoint));
    }
}
