package io.kilowatch.deploy.service;

import io.kilowatch.aggregator.Aggregator;
import io.kilowatch.aggregator.AggregatorConfig;
import io.kilowatch.aggregator.evidence.http.EvidenceConfig;
import io.kilowatch.aggregator.http.ApiService;
import io.kilowatch.alerts.Alerts;
import io.kilowatch.alerts.AlertsConfig;
import io.kilowatch.ingest.Ingest;
import io.kilowatch.ingest.IngestConfig;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.database.DatabaseConfig;
import io.kilowatch.platform.http.HttpConfig;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.platform.kafka.Topic;
import io.kilowatch.registry.desk.RegistryConfig;
import io.kilowatch.registry.feed.RegistryFeed;
import io.kilowatch.registry.topics.Topics;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Gateway, aggregator and alert service in one process. */
public final class Line {
    /** The options of all three. */
    public static final List<Option<?>> OPTIONS = distinct(
            IngestConfig.OPTIONS,
            AggregatorConfig.OPTIONS,
            EvidenceConfig.OPTIONS,
            AlertsConfig.OPTIONS,
            DatabaseConfig.OPTIONS,
            KafkaConfig.OPTIONS,
            HttpConfig.MANAGEMENT_OPTIONS);

    private static final int CONNECTIONS = 10 + ApiService.CONNECTIONS;

    private final Ingest ingest;
    private final Alerts alerts;
    private final ApiService evidence;

    private Line(Ingest ingest, Alerts alerts, ApiService evidence) {
        this.ingest = ingest;
        this.alerts = alerts;
        this.evidence = evidence;
    }

    /** Options of several parts, each name once. */
    @SafeVarargs
    public static List<Option<?>> distinct(List<Option<?>>... lists) {
        return List.copyOf(Stream.of(lists)
                .<Option<?>>flatMap(List::stream)
                .collect(java.util.stream.Collectors.toMap(
                        Option::name, option -> option, (first, second) -> first, java.util.LinkedHashMap::new))
                .values());
    }

    /** Reads every setting once, so that all faults come together before anything is started. */
    public static void check(Settings settings) {
        IngestConfig.from(settings);
        AggregatorConfig.from(settings);
        EvidenceConfig.from(settings);
        AlertsConfig.from(settings);
        DatabaseConfig.from(settings);
        HttpConfig.from(settings);
        settings.check();
    }

    /** Starts all three on parts that are up. */
    public static Line start(Parts parts, ServiceHost host, InstantSource clock) throws InterruptedException {
        Settings given = parts.settings();
        Topic.create(parts.kafka(), Topics.ALL);
        Database database = host.keep(Database.open(parts.database(), "kilowatch", CONNECTIONS));
        RegistryFeed registry =
                host.keep(new RegistryFeed(parts.kafka(), "registry-feed", RegistryConfig.calendar(given)));
        registry.start();
        EvidenceConfig reach = EvidenceConfig.from(given);
        ApiService evidence = host.keep(new ApiService(
                reach,
                host.vertx(),
                database,
                registry,
                AggregatorConfig.from(given).regionBudgets(),
                parts.kafka(),
                clock));
        evidence.start();
        Settings settings = withEvidence(given, reach, evidence.port());
        Alerts alerts = host.keep(new Alerts(
                AlertsConfig.from(settings), host.vertx(), database, registry, clock, host.metrics(), host.health()));
        Aggregator aggregator = host.keep(new Aggregator(
                AggregatorConfig.from(settings), database, registry, clock, host.metrics(), host.health()));
        Ingest ingest = host.keep(
                new Ingest(IngestConfig.from(settings), host.vertx(), registry, clock, host.metrics(), host.health()));
        alerts.start();
        aggregator.start();
        ingest.start();
        return new Line(ingest, alerts, evidence);
    }

    /** The page links to the evidence of this process unless another address is given. */
    private static Settings withEvidence(Settings given, EvidenceConfig reach, int port) {
        boolean reachable = !reach.host().equals("0.0.0.0") && !reach.host().contains(":");
        return given.isGiven(AlertsConfig.EVIDENCE_URL) || !reachable
                ? given
                : given.with(Map.of(AlertsConfig.EVIDENCE_URL.name(), "http://" + reach.host() + ':' + port + '/'));
    }

    /** The gateway's port. */
    public int mqttPort() {
        return ingest.port();
    }

    /** The gateway's port of TLS, if it speaks that. */
    public OptionalInt mqttTlsPort() {
        return ingest.tls().isPresent() ? OptionalInt.of(ingest.tlsPort()) : OptionalInt.empty();
    }

    /** The port of the national upload interface; -1 if it is not served. */
    public int uploadPort() {
        return ingest.uploadPort();
    }

    /** The port of the aggregator's API. */
    public int evidencePort() {
        return evidence.port();
    }

    /** The port of the API and the page. */
    public int httpPort() {
        return alerts.port();
    }
}
