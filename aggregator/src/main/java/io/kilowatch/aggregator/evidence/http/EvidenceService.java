package io.kilowatch.aggregator.evidence.http;

import io.kilowatch.platform.database.Database;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The aggregator's API: what figures were computed from. Vert.x and the database belong to who gives them. */
public final class EvidenceService implements AutoCloseable {
    /** How many database connections it needs at the same time. */
    public static final int CONNECTIONS = EvidenceServer.WORKERS;

    private static final Logger log = LoggerFactory.getLogger(EvidenceService.class);

    private final EvidenceConfig config;
    private final EvidenceServer evidence;
    private @Nullable HttpServer server;

    /** A service that is not started yet. */
    public EvidenceService(EvidenceConfig config, Vertx vertx, Database database) {
        this.config = config;
        this.evidence = new EvidenceServer(vertx, new Shelf(database, config.rules()));
    }

    /** Serves; throws if the address is taken. */
    public void start() {
        try {
            server = evidence.listen(config.host(), config.port())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "evidence cannot be served at " + config.host() + ':' + config.port() + " (" + e.getCause()
                            + "); give another --" + EvidenceConfig.PORT.name(),
                    e);
        }
        log.info("evidence is served [http: {}:{}]", config.host(), port());
        if (!isLoopback()) {
            log.warn(
                    "served without sign-in beyond this machine [option: --{}, address: {}]",
                    EvidenceConfig.HOST.name(),
                    config.host());
        }
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(config.host()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** The port, once it is started. */
    public int port() {
        return server == null ? config.port() : server.actualPort();
    }

    @Override
    public void close() {
        if (server != null) {
            server.close().toCompletionStage().toCompletableFuture().join();
        }
        evidence.close();
    }
}
