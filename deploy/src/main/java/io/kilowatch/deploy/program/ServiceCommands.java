package io.kilowatch.deploy.program;

import io.kilowatch.aggregator.Aggregator;
import io.kilowatch.aggregator.AggregatorConfig;
import io.kilowatch.aggregator.evidence.http.EvidenceConfig;
import io.kilowatch.aggregator.http.ApiService;
import io.kilowatch.alerts.Alerts;
import io.kilowatch.alerts.AlertsConfig;
import io.kilowatch.deploy.command.Command;
import io.kilowatch.deploy.service.Line;
import io.kilowatch.deploy.service.ServiceHost;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.ingest.Ingest;
import io.kilowatch.ingest.IngestConfig;
import io.kilowatch.ingest.bridge.Bridge;
import io.kilowatch.ingest.bridge.BridgeConfig;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.config.ZoneConfig;
import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.database.DatabaseConfig;
import io.kilowatch.platform.http.HttpConfig;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.platform.kafka.Topic;
import io.kilowatch.registry.desk.RegistryConfig;
import io.kilowatch.registry.feed.RegistryFeed;
import io.kilowatch.registry.topics.Topics;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;

/** The commands that run one service each, on a Kafka and a database that are there. */
final class ServiceCommands {
    private static final int CONNECTIONS = 6 + ApiService.CONNECTIONS;

    private ServiceCommands() {}

    static Command ingest() {
        return Command.of(
                "ingest",
                "Run the MQTT gateway: devices in, Kafka out.",
                Line.distinct(IngestConfig.OPTIONS, ZoneConfig.OPTIONS, HttpConfig.MANAGEMENT_OPTIONS),
                (settings, operands) -> runIngest(settings));
    }

    static Command bridge() {
        return Command.of(
                "bridge",
                "Run the gateway as a client of a broker that a site already has. Several share the work.",
                Line.distinct(BridgeConfig.OPTIONS, ZoneConfig.OPTIONS, HttpConfig.MANAGEMENT_OPTIONS),
                (settings, operands) -> runBridge(settings));
    }

    static Command aggregate() {
        return Command.of(
                "aggregate",
                "Run the aggregator: readings in, figures and verdicts out. Several share the work.",
                Line.distinct(
                        AggregatorConfig.OPTIONS,
                        EvidenceConfig.OPTIONS,
                        KafkaConfig.OPTIONS,
                        DatabaseConfig.OPTIONS,
                        HttpConfig.MANAGEMENT_OPTIONS),
                (settings, operands) -> runAggregator(settings));
    }

    static Command alerts() {
        return Command.of(
                "alerts",
                "Run the alert service, its API and the inspector's page.",
                Line.distinct(AlertsConfig.OPTIONS, DatabaseConfig.OPTIONS, HttpConfig.MANAGEMENT_OPTIONS),
                (settings, operands) -> runAlerts(settings));
    }

    private static int runIngest(Settings settings) throws InterruptedException {
        IngestConfig config = IngestConfig.from(settings);
        BusinessCalendar calendar = RegistryConfig.calendar(settings);
        ServiceHost host = host(settings);
        RegistryFeed registry = registry(config.kafka(), calendar, host);
        host.keep(new Ingest(config, host.vertx(), registry, InstantSource.system(), host.metrics(), host.health()))
                .start();
        host.awaitEnd();
        return 0;
    }

    private static int runBridge(Settings settings) throws InterruptedException {
        BridgeConfig config = BridgeConfig.from(settings, machine());
        BusinessCalendar calendar = RegistryConfig.calendar(settings);
        ServiceHost host = host(settings);
        RegistryFeed registry = registry(config.kafka(), calendar, host);
        host.keep(new Bridge(config, host.vertx(), registry, InstantSource.system(), host.metrics(), host.health()))
                .start();
        host.awaitEnd();
        return 0;
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "1";
        }
    }

    private static int runAggregator(Settings settings) throws InterruptedException {
        AggregatorConfig config = AggregatorConfig.from(settings);
        EvidenceConfig evidence = EvidenceConfig.from(settings);
        DatabaseConfig store = DatabaseConfig.from(settings);
        BusinessCalendar calendar = RegistryConfig.calendar(settings);
        ServiceHost host = host(settings);
        RegistryFeed registry = registry(config.kafka(), calendar, host);
        Database database = host.keep(Database.open(store, "aggregator", CONNECTIONS));
        InstantSource clock = InstantSource.system();
        host.keep(new ApiService(
                        evidence, host.vertx(), database, registry, config.regionBudgets(), config.kafka(), clock))
                .start();
        host.keep(new Aggregator(config, database, registry, clock, host.metrics(), host.health()))
                .start();
        host.awaitEnd();
        return 0;
    }

    private static int runAlerts(Settings settings) throws InterruptedException {
        AlertsConfig config = AlertsConfig.from(settings);
        DatabaseConfig store = DatabaseConfig.from(settings);
        BusinessCalendar calendar = RegistryConfig.calendar(settings);
        ServiceHost host = host(settings);
        RegistryFeed registry = registry(config.kafka(), calendar, host);
        Database database = host.keep(Database.open(store, "alerts", CONNECTIONS));
        host.keep(new Alerts(
                        config,
                        host.vertx(),
                        database,
                        registry,
                        InstantSource.system(),
                        host.metrics(),
                        host.health()))
                .start();
        host.awaitEnd();
        return 0;
    }

    private static ServiceHost host(Settings settings) {
        HttpConfig http = HttpConfig.from(settings);
        settings.check();
        return new ServiceHost(http);
    }

    private static RegistryFeed registry(KafkaConfig kafka, BusinessCalendar calendar, ServiceHost host)
            throws InterruptedException {
        Topic.create(kafka, Topics.ALL);
        RegistryFeed registry = host.keep(new RegistryFeed(kafka, "registry-feed", calendar));
        registry.start();
        return registry;
    }

    static List<Command> all() {
        return List.of(ingest(), bridge(), aggregate(), alerts());
    }
}
