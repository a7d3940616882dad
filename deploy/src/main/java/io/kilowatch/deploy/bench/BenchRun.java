package io.kilowatch.deploy.bench;

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

/** One run of a benchmark, on parts of its own that are removed afterwards. */
public final class BenchRun {
    /** Where the figures are wanted besides the screen. */
    public static final Option<Path> JSON =
            Option.path("json", "FILE", "", "write the figures to this file as JSON too");

    static final String SAYING = "It works in a folder of its own below --data and removes it afterwards. A database"
            + " that is given must be empty: its readings are removed.";

    private BenchRun() {}

    /** What is measured. */
    @FunctionalInterface
    interface Body {
        /** Measures on parts that are up, with a folder to work in. */
        List<Measurement> measure(ServiceHost host, Parts parts, Path folder) throws Exception;
    }

    /** The options of every benchmark, after its own. */
    static List<Option<?>> options(List<Option<?>> own) {
        return Line.distinct(own, List.of(JSON), Parts.OPTIONS, Line.OPTIONS);
    }

    /** Measures, prints the figures and writes them where they are wanted. */
    static int run(Settings given, PrintStream out, Body body) throws Exception {
        Optional<Path> json = given.optional(JSON);
        given.check();
        Path folder = Files.createTempDirectory(Files.createDirectories(given.value(Parts.DATA)), "bench-");
        Map<String, String> own = new HashMap<>();
        own.put(Parts.DATA.name(), folder.toString());
        List.of("mqtt-port", "http-port", "aggregator-http-port", "management-port")
                .forEach(port -> own.put(port, "0"));
        Settings settings = given.with(own);
        Line.check(settings);
        try (ServiceHost host = new ServiceHost(HttpConfig.from(settings))) {
            Parts parts = Parts.start(settings, host);
            List<Measurement> all = body.measure(host, parts, folder);
            Measurement.print(all, out);
            if (json.isPresent()) {
                Measurement.write(all, json.get());
            }
        } finally {
            remove(folder);
        }
        return 0;
    }

    /** Removes a folder and all in it. */
    public static void remove(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
