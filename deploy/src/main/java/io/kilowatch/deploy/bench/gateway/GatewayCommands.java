package io.kilowatch.deploy.bench.gateway;

import io.kilowatch.deploy.bench.BenchRun;
import io.kilowatch.deploy.bench.Measurement;
import io.kilowatch.deploy.command.Command;
import io.kilowatch.deploy.runtime.EmbeddedKafka;
import io.kilowatch.deploy.service.Line;
import io.kilowatch.deploy.service.Parts;
import io.kilowatch.ingest.IngestConfig;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.kafka.KafkaConfig;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands that measure the gateway and the load. */
public final class GatewayCommands {
    private static final Option<Integer> SENDERS =
            Option.integer("senders", "N", 100, 1, 10_000, "devices that send as fast as they can");
    private static final Option<Integer> DEVICES =
            Option.integer("devices", "N", 3_000, 1, 20_000, "devices that are there when the memory is measured");
    private static final Option<Integer> ROUNDS = Option.integer("rounds", "N", 5, 1, 100, "rounds of each measure");
    private static final Option<Duration> ROUND =
            Option.duration("round", "PT4S", "how long a round is counted, after half as long to warm up");

    private GatewayCommands() {}

    /** Measures the gateway. */
    public static Command gateway() {
        return Command.of(
                        "gateway",
                        "Measure the gateway next to a bare pass-through in the same run: messages and readings per"
                                + " second until acknowledged, latency, an edge, a storm, memory.",
                        Line.distinct(
                                GatewaySizes.OPTIONS,
                                List.of(BenchRun.JSON, Parts.DATA, IngestConfig.EVENT_LOOPS),
                                KafkaConfig.OPTIONS),
                        (settings, operands) -> runGateway(settings, System.out))
                .saying("It works in a folder of its own below --data and removes it afterwards. Gateway and"
                        + " pass-through run in processes of their own, with KILOWATCH_JAVA_OPTS.");
    }

    /** Measures the load alone. */
    public static Command load() {
        return Command.of(
                "load",
                "Measure what the load alone can send, against a server that only acknowledges.",
                List.of(SENDERS, DEVICES, ROUNDS, ROUND, BenchRun.JSON),
                (settings, operands) -> runLoad(settings, System.out));
    }

    private static int runLoad(Settings settings, PrintStream out) throws Exception {
        Optional<Path> json = settings.optional(BenchRun.JSON);
        LoadBench bench = new LoadBench(
                settings.value(SENDERS), settings.value(DEVICES), settings.value(ROUND), settings.value(ROUNDS), out);
        settings.check();
        return tell(bench.run(), out, json);
    }

    private static int runGateway(Settings given, PrintStream out) throws Exception {
        Optional<Path> json = given.optional(BenchRun.JSON);
        GatewaySizes sizes = GatewaySizes.from(given);
        KafkaConfig.from(given);
        given.check();
        Path folder = Files.createTempDirectory(Files.createDirectories(given.value(Parts.DATA)), "bench-");
        try {
            if (given.isGiven(KafkaConfig.BOOTSTRAP)) {
                return tell(new GatewayBench(given, folder, sizes, out).run(), out, json);
            }
            try (EmbeddedKafka broker = EmbeddedKafka.start(folder.resolve("kafka"), 0)) {
                Settings settings = given.with(Map.of(KafkaConfig.BOOTSTRAP.name(), broker.bootstrapServers()));
                return tell(new GatewayBench(settings, folder, sizes, out).run(), out, json);
            }
        } finally {
            BenchRun.remove(folder);
        }
    }

    private static int tell(List<Measurement> all, PrintStream out, Optional<Path> json) throws Exception {
        Measurement.print(all, out);
        if (json.isPresent()) {
            Measurement.write(all, json.get());
        }
        return 0;
    }
}
