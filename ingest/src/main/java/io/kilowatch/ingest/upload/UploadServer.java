package io.kilowatch.ingest.upload;

import io.kilowatch.ingest.access.Catalogues;
import io.kilowatch.ingest.access.Doorkeeper;
import io.kilowatch.ingest.intake.Intake;
import io.kilowatch.ingest.intake.Publisher;
import io.kilowatch.ingest.tls.Tls;
import io.kilowatch.platform.http.Guard;
import io.kilowatch.platform.http.OpenApi;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves {@code register}, {@code versionCheck} and {@code uploadEnergyData} to devices that speak the national interface.
 *
 * <p>The names are those of public implementations of NHJC-04-2018. An upload is answered with success when all of it is
 * stored, and never before.
 */
public final class UploadServer {
    /** The description of the interface, a resource of this class. */
    public static final String OPEN_API = "openapi.json";

    private static final Logger log = LoggerFactory.getLogger(UploadServer.class);
    private static final int IDLE_SECONDS = 60;

    private final UploadConfig config;
    private final Vertx vertx;
    private final Optional<Tls> tls;
    private final Reception reception;
    private final Uploads uploads;
    private final int maxBytes;

    /**
     * A server that does not listen yet.
     *
     * @param maxBytes the most that a body may have, compressed or not
     * @param tls what secures it; over plain HTTP without
     */
    public UploadServer(
            UploadConfig config,
            Vertx vertx,
            int maxBytes,
            Catalogues catalogues,
            Doorkeeper doorkeeper,
            Intake intake,
            Publisher publisher,
            Optional<Tls> tls) {
        this.config = config;
        this.vertx = vertx;
        this.maxBytes = maxBytes;
        this.tls = tls;
        this.reception = new Reception(catalogues, doorkeeper);
        this.uploads = new Uploads(intake, publisher, config.patience(), maxBytes);
    }

    /** Listens. */
    public Future<HttpServer> listen() {
        HttpServerOptions options = new HttpServerOptions()
                .setCompressionSupported(false)
                .setDecompressionSupported(false)
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        tls.ifPresent(secured -> secured.secure(options));
        return vertx.createHttpServer(options)
                .requestHandler(router())
                .listen(config.port(), config.host())
                .onSuccess(server -> log.info(
                        "listening for uploads [host: {}, port: {}, tls: {}]",
                        config.host(),
                        server.actualPort(),
                        tls.isPresent()));
    }

    private Router router() {
        Router router = Router.router(vertx);
        router.route().handler(new Guard(config.host(), Guard.NOTHING)::check);
        OpenApi.mount(router, UploadServer.class, OPEN_API);
        BodyHandler body = BodyHandler.create(false).setBodyLimit(maxBytes);
        post(router, "/register", body, this::register);
        post(router, "/versionCheck", body, UploadServer::versions);
        post(router, "/uploadEnergyData", body, (context, guest) -> uploads.take(context, guest));
        router.errorHandler(
                413,
                context -> Answer.refused(
                                413, "请求体超过 " + maxBytes + " 字节", "the body has more than " + maxBytes + " bytes")
                        .send(context));
        router.errorHandler(500, context -> {
            log.error("upload failed [path: {}]", context.request().path(), context.failure());
            Answer.refused(500, "内部错误", "internal error").send(context);
        });
        return router;
    }

    /** A device is let in before its body is read. */
    private void post(Router router, String path, BodyHandler body, BiConsumer<RoutingContext, Guest> handler) {
        String guest = "guest";
        router.post(path)
                .handler(context -> reception.admit(context, admitted -> {
                    context.put(guest, admitted);
                    context.next();
                }));
        router.post(path).handler(body);
        router.post(path).handler(context -> handler.accept(context, context.get(guest)));
    }

    private void register(RoutingContext context, Guest guest) {
        JsonObject body = object(context);
        String enterprise = guest.identity().enterprise();
        if (!enterprise.equals(body.getValue("enterpriseCode"))) {
            Answer.refused(200, "企业统一社会信用代码与登录的端设备不符", "enterpriseCode is not that of the device that is signed in")
                    .send(context);
        } else if (body.containsKey("region") && !guest.catalogue().region().equals(body.getValue("region"))) {
            Answer.refused(200, "行政区划代码与登记的不符", "region is not the one that is registered")
                    .send(context);
        } else {
            String base = (context.request().isSSL() ? "https://" : "http://")
                    + context.request().authority();
            Answer.success()
                    .with("deviceId", Assignment.deviceId(guest.identity()))
                    .with("loadDicVersionURL", base + "/versionCheck")
                    .with("centerDataURL", base + "/uploadEnergyData")
                    .with("uploadTime", uploadTime(guest))
                    .send(context);
        }
    }

    private String uploadTime(Guest guest) {
        return Assignment.uploadTime(
                guest.identity(),
                guest.catalogue().upload(guest.identity().device()),
                config.slotsFrom(),
                config.slotsFor());
    }

    /** The dictionary is the registry document, so its version is the document's. */
    private static void versions(RoutingContext context, Guest guest) {
        if (!Uploads.isOf(guest, object(context).getValue("deviceId"))) {
            Uploads.otherDevice().send(context);
            return;
        }
        Answer.success()
                .with("regVersion", "1")
                .with("dicVersion", Long.toString(guest.catalogue().offset()))
                .send(context);
    }

    /** The body as an object; an empty one where it is none. */
    private static JsonObject object(RoutingContext context) {
        try {
            JsonObject body = context.body().asJsonObject();
            return body == null ? new JsonObject() : body;
        } catch (DecodeException e) {
            return new JsonObject();
        }
    }
}
