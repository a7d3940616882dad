package io.kilowatch.deploy.bench.gateway;

import io.kilowatch.deploy.bench.Measurement;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.platform.kafka.Topic;
import io.kilowatch.registry.topics.Topics;
import io.kilowatch.simulators.load.Fleet;
import io.kilowatch.simulators.load.FleetSize;
import io.kilowatch.simulators.load.Flow;
import io.kilowatch.simulators.load.LoadProvince;
import io.kilowatch.simulators.load.LoadResult;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the gateway can do: its rate next to a bare pass-through, its latency, an edge, a storm, its memory, and how well it
 * keeps one enterprise from sinking the others. Gateway and pass-through are processes of their own; Kafka and the load
 * share this one.
 */
final class GatewayBench {
    private static final int BATCH = 50;
    private static final int PER_ENTERPRISE = 100;
    private static final int WINDOW = 16;
    private static final double IDLE_MEGABYTES = 600;
    private static final double STORM_SECONDS = 30;
    private static final double EDGE_SECONDS = 10;
    private static final int LOUD_DEVICES = 20;
    private static final Duration WITHIN = Duration.ofSeconds(1);
    private static final Topic PASSED = Topic.keptFor(PassThrough.TOPIC, Duration.ofDays(1));

    private final Settings settings;
    private final KafkaConfig kafka;
    private final Path folder;
    private final GatewaySizes sizes;
    private final PrintStream out;
    private final LoadProvince idle;
    private final LoadProvince singles;
    private final LoadProvince batches;
    private final LoadProvince loud;
    private final LoadProvince edge;
    private final List<Measurement> all = new ArrayList<>();

    GatewayBench(Settings settings, Path folder, GatewaySizes sizes, PrintStream out) {
        this.settings = settings;
        this.kafka = KafkaConfig.from(settings);
        this.folder = folder;
        this.sizes = sizes;
        this.out = out;
        this.idle = province(0, sizes.idleDevices(), PER_ENTERPRISE, 1);
        this.singles = province(1, sizes.plants(), 1, 1);
        this.batches = province(2, sizes.plants(), 1, BATCH);
        this.loud = province(3, LOUD_DEVICES, LOUD_DEVICES, 1);
        this.edge = province(4, sizes.edgeDevices(), 1, BATCH);
    }

    private static LoadProvince province(int series, int devices, int perEnterprise, int readings) {
        return new LoadProvince(series, devices, perEnterprise, readings, 1, LoadBench.FIRST);
    }

    /** Measures everything. */
    List<Measurement> run() throws Exception {
        Topic.create(kafka, Topics.ALL);
        Topic.create(kafka, List.of(PASSED));
        if (sizes.has(GatewaySizes.IDLING)) {
            Province.register(kafka, List.of(idle));
            try (ServerProcess gateway = ServerProcess.gateway(settings, folder)) {
                measureIdle(gateway);
            }
        }
        Province.register(kafka, List.of(singles, batches, loud, edge));
        try (ServerProcess yardstick = ServerProcess.passThrough(settings, folder);
                ServerProcess gateway = ServerProcess.gateway(settings, folder)) {
            Rates rates = new Rates(
                    new Contender(gateway, new Stored(kafka, Topics.READINGS.name())),
                    new Contender(yardstick, new Stored(kafka, PassThrough.TOPIC)),
                    sizes.rounds(),
                    sizes.round(),
                    out);
            measureRates(rates, GatewaySizes.SINGLE, singles);
            measureRates(rates, GatewaySizes.BATCH, batches);
            if (sizes.has(GatewaySizes.EDGES)) {
                measureEdge(gateway);
            }
            if (sizes.has(GatewaySizes.NEIGHBOURS)) {
                say("one enterprise at a hundred times its share");
                all.add(new Neighbours(gateway, singles, loud, sizes.round(), sizes.rounds(), out)
                        .measure(sizes.plants()));
            }
        }
        return all;
    }

    private void measureRates(Rates rates, String name, LoadProvince province) throws InterruptedException {
        if (sizes.has(name)) {
            say("%s: %,d devices, %d readings in a message", name, sizes.plants(), province.readings());
            all.addAll(rates.measure(name, province, sizes.plants()));
        }
    }

    private void measureIdle(ServerProcess gateway) throws Exception {
        say("idle: %,d connections; then %,d of them again at once", sizes.idleDevices(), sizes.stormDevices());
        int loops = Math.min(sizes.idleDevices(), Runtime.getRuntime().availableProcessors());
        FleetSize size = new FleetSize(sizes.idleDevices(), 1, 1, loops, Math.max(500, sizes.idleDevices() / 5));
        double before = gateway.megabytes();
        try (Fleet fleet = Fleet.connect(gateway.target(), idle, size)) {
            double resident = gateway.megabytes();
            say("  %.0f MB with nobody connected, %.0f MB with all", before, resident);
            all.add(new Measurement("gateway.idle", resident, "MB", IDLE_MEGABYTES));
            LoadResult storm = fleet.storm(sizes.stormDevices());
            say("  the last one was in after %.2f s, %,d attempts failed", storm.seconds(), storm.lost());
            all.add(new Measurement("gateway.storm", storm.seconds() * 1_000, "ms", STORM_SECONDS * 1_000));
        }
    }

    private void measureEdge(ServerProcess gateway) throws InterruptedException {
        say("the edge of a quarter hour: %,d devices", sizes.edgeDevices());
        try (Fleet fleet = Fleet.connect(gateway.target(), edge, FleetSize.of(sizes.edgeDevices(), WINDOW))) {
            LoadResult result = Clean.checked(fleet.run(Flow.edge(sizes.edgeDevices(), WITHIN)), fleet);
            say("  all acknowledged after %.2f s: %s", result.seconds(), result.latency());
            all.add(new Measurement("gateway.edge", result.seconds() * 1_000, "ms", EDGE_SECONDS * 1_000));
        }
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}
