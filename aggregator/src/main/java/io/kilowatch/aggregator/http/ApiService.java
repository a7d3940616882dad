package io.kilowatch.aggregator.http;

import io.kilowatch.aggregator.budget.RegionBudgets;
import io.kilowatch.aggregator.devices.StoredDevices;
import io.kilowatch.aggregator.devices.StoredRejections;
import io.kilowatch.aggregator.evidence.http.EvidenceConfig;
import io.kilowatch.aggregator.evidence.http.Shelf;
import io.kilowatch.aggregator.snapshot.SnapshotDesk;
import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.registry.feed.Registry;
import io.kilowatch.registry.reference.ReferenceData;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The aggregator's API of figures. Vert.x, the database and the registry belong to who gives them. */
public final class ApiService implements AutoCloseable {
    /** How many database connections it needs at the same time. */
    public static final int CONNECTIONS = ApiServer.WORKERS;

    private static final Logger log = LoggerFactory.getLogger(ApiService.class);

    private final EvidenceConfig config;
    private final StoredRejections rejections;
    private final ApiServer api;
    private @Nullable HttpServer server;

    /** A service that is not started yet. */
    public ApiService(
            EvidenceConfig config,
            Vertx vertx,
            Database database,
            Registry registry,
            RegionBudgets budgets,
            KafkaConfig kafka,
            InstantSource clock) {
        this.config = config;
        this.rejections = new StoredRejections(database, kafka, clock);
        this.api = new ApiServer(
                vertx,
                new ApiServer.Sources(
                        new StoredVerdicts(database),
                        new Shelf(database, config.rules()),
                        registry,
                        ReferenceData.standard(),
                        new FrozenYears(
                                new SnapshotDesk(database), config.rules().calendar()),
                        budgets,
                        config.rules(),
                        new StoredDevices(database),
                        rejections));
    }

    /** Serves; throws if the address is taken. */
    public void start() {
        try {
            server = api.listen(config.host(), config.port())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "figures cannot be served at " + config.host() + ':' + config.port() + " (" + e.getCause()
                            + "); give another --" + EvidenceConfig.PORT.name(),
                    e);
        }
        log.info("figures are served [http: {}:{}]", config.host(), port());
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
        api.close();
        rejections.close();
    }
}
