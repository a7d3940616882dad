package io.kilowatch.deploy.bench;

import io.kilowatch.deploy.command.Command;
import io.kilowatch.deploy.service.Line;
import io.kilowatch.deploy.service.Parts;
import io.kilowatch.deploy.service.ServiceHost;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.http.HttpConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The command that measures the line on this machine. */
public final class BenchCommand {
    private static final Option<Integer> PLANTS =
            Option.integer("plants", "N", 100, 1, 10_000, "plants of one device and fifty meters");
    private static final Option<Integer> BATCHES =
            Option.integer("batches", "N", 200, 4, 100_000, "messages of fifty readings that each plant sends");
    private static final Option<Integer> SINGLES =
            Option.integer("singles", "N", 2_000, 50, 1_000_000, "messages of one reading that each plant sends");
    private static final Option<Path> JSON =
            Option.path("json", "FILE", "", "write the figures to this file as JSON too");

    private BenchCommand() {}

    /** The command. */
    public static Command command() {
        return Command.of(
                        "bench",
                        "Measure readings per second from MQTT to committed, next to a bare COPY in the same run.",
                        Line.distinct(List.of(PLANTS, BATCHES, SINGLES, JSON), Parts.OPTIONS, Line.OPTIONS),
                        (settings, operands) -> run(settings, System.out))
                .saying("It works in a folder of its own below --data and removes it afterwards. A database that is"
                        + " given must be empty: its readings are removed.");
    }

    private static int run(Settings given, PrintStream out) throws Exception {
        int plants = given.value(PLANTS);
        int batches = given.value(BATCHES);
        int singles = given.value(SINGLES);
        Optional<Path> json = given.optional(JSON);
        Path folder = Files.createTempDirectory(Files.createDirectories(given.value(Parts.DATA)), "bench-");
        Map<String, String> own = new HashMap<>();
        own.put(Parts.DATA.name(), folder.toString());
        List.of("mqtt-port", "http-port", "aggregator-http-port", "management-port")
                .forEach(port -> own.put(port, "0"));
        Settings settings = given.with(own);
        Line.check(settings);
        try (ServiceHost host = new ServiceHost(HttpConfig.from(settings))) {
            Parts parts = Parts.start(settings, host);
            List<Measurement> all = new LineBench(host, parts, folder, out).run(plants, batches, singles);
            Measurement.print(all, out);
            if (json.isPresent()) {
                Measurement.write(all, json.get());
            }
        } finally {
            remove(folder);
        }
        return 0;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
