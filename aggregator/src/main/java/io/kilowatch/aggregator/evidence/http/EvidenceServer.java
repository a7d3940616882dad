package io.kilowatch.aggregator.evidence.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kilowatch.aggregator.evidence.Figure;
import io.kilowatch.platform.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server of the aggregator's API. */
final class EvidenceServer {
    /** How many requests work at the same time; the database needs as many connections. */
    static final int WORKERS = 2;

    private static final Logger log = LoggerFactory.getLogger(EvidenceServer.class);
    private static final String OPEN_API = "/io/kilowatch/aggregator/openapi.json";
    private static final String FIGURE = "/api/v1/enterprises/:code/indicators/:indicator/:kind/:start/evidence";
    private static final String ZIP = "application/zip";

    private final Vertx vertx;
    private final EvidenceSource source;
    private final IndicatorList list;
    private final WorkerExecutor workers;

    EvidenceServer(Vertx vertx, EvidenceSource source) {
        this.vertx = vertx;
        this.source = source;
        this.list = new IndicatorList(source);
        this.workers = vertx.createSharedWorkerExecutor("aggregator-evidence", WORKERS);
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
        router.route().handler(new Guard(host)::check);
        router.get("/api/v1/enterprises/:code/indicators").handler(this::list);
        router.get(FIGURE).handler(this::evidence);
        router.get(FIGURE + ".zip").handler(this::pack);
        String description = openApi();
        router.get("/api/v1/openapi.json")
                .handler(context -> work(context, () -> description, body -> json(context, body)));
        refusals(router);
        return router;
    }

    private void list(RoutingContext context) {
        String code = context.pathParam("code");
        Optional<String> cursor = parameter(context, "cursor");
        Optional<String> kind = parameter(context, "kind");
        Optional<String> limit = parameter(context, "limit");
        work(context, () -> list.page(code, cursor, kind, limit).toString(), body -> json(context, body));
    }

    private static Optional<String> parameter(RoutingContext context, String name) {
        return Optional.ofNullable(context.queryParams().get(name)).filter(text -> !text.isBlank());
    }

    private void evidence(RoutingContext context) {
        String accept = context.request().getHeader("accept");
        if (accept != null && accept.contains(ZIP)) {
            pack(context);
            return;
        }
        Figure figure = figure(context);
        work(context, () -> source.json(figure).toString(), body -> json(context, body));
    }

    private static Figure figure(RoutingContext context) {
        return Asked.figure(
                context.pathParam("code"),
                context.pathParam("indicator"),
                context.pathParam("kind"),
                context.pathParam("start"));
    }

    /** The file is written to the disk first, so that neither memory nor a transaction waits for a slow reader. */
    private void pack(RoutingContext context) {
        Figure figure = figure(context);
        work(
                context,
                () -> {
                    Path file = Files.createTempFile("kilowatch-evidence-", ".zip");
                    try {
                        source.pack(figure, file);
                        return file;
                    } catch (Exception e) {
                        Files.deleteIfExists(file);
                        throw e;
                    }
                },
                file -> send(context, figure, file));
    }

    private void send(RoutingContext context, Figure figure, Path file) {
        String name =
                "evidence-" + figure.enterprise() + '-' + figure.indicator().replaceAll("[^A-Za-z0-9._-]", "-") + '-'
                        + figure.period().kind().word() + '-' + figure.period().start() + ".zip";
        context.response()
                .putHeader("content-type", ZIP)
                .putHeader("vary", "Accept")
                .putHeader("content-disposition", "attachment; filename=\"" + name + '"')
                .sendFile(file.toString())
                .onComplete(sent -> vertx.fileSystem().delete(file.toString()))
                .onFailure(fault -> log.debug("evidence was not taken to its end [figure: {}]", figure, fault));
    }

    /** On a worker, and answered on the event loop. */
    private <T> void work(RoutingContext context, Callable<T> work, Consumer<T> answer) {
        workers.executeBlocking(work, false).onSuccess(answer::accept).onFailure(context::fail);
    }

    private static void json(RoutingContext context, String body) {
        if (!context.response().ended() && !context.response().closed()) {
            context.response()
                    .putHeader("content-type", "application/json")
                    .putHeader("vary", "Accept")
                    .end(body);
        }
    }

    private static void refusals(Router router) {
        refusal(
                router,
                404,
                () -> Problem.notFound(
                        "此地址没有内容，参见 /api/v1/openapi.json / nothing is at this address;" + " see /api/v1/openapi.json"));
        refusal(router, 405, () -> new Problem(405, "Method not allowed", "不支持的方法", "只能用 GET / only GET is allowed"));
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
        try (InputStream in = EvidenceServer.class.getResourceAsStream(OPEN_API)) {
            if (in == null) {
                throw new IllegalStateException("the API's description is missing: " + OPEN_API);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
