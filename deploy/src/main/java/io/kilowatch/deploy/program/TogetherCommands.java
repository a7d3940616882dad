package io.kilowatch.deploy.program;

import io.kilowatch.aggregator.retention.RetentionConfig;
import io.kilowatch.deploy.command.Command;
import io.kilowatch.deploy.runtime.FreePort;
import io.kilowatch.deploy.service.Line;
import io.kilowatch.deploy.service.Parts;
import io.kilowatch.deploy.service.ServiceHost;
import io.kilowatch.ingest.IngestConfig;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.http.HttpConfig;
import io.kilowatch.registry.desk.Answer;
import io.kilowatch.registry.desk.RegistryConfig;
import io.kilowatch.registry.desk.RegistryDesk;
import io.kilowatch.simulators.device.Gateway;
import io.kilowatch.simulators.province.RegistryDocument;
import io.kilowatch.simulators.run.Simulate;
import io.kilowatch.simulators.run.SimulateConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The commands that run everything in one process. */
final class TogetherCommands {
    private static final String FOR_EVER = "P0D";

    private TogetherCommands() {}

    static Command all() {
        return Command.of(
                "all",
                "Run gateway, aggregator and alert service in one process, with Kafka and PostgreSQL embedded"
                        + " unless others are given.",
                Line.distinct(Parts.OPTIONS, Line.OPTIONS),
                (settings, operands) -> runAll(settings, System.out));
    }

    static Command demo() {
        return Command.of(
                        "demo",
                        "Run everything in one process and feed it with a simulated province.",
                        Line.distinct(Parts.OPTIONS, Line.OPTIONS, SimulateConfig.PROVINCE_OPTIONS),
                        (settings, operands) -> runDemo(settings, System.out))
                .saying("The province begins some months ago, passes a month in a minute or so, and goes on in real"
                        + " time once it has caught up. Stopped and started again, it goes on where it was. Readings are kept"
                        + " for ever unless --keep-readings is given.");
    }

    private static int runAll(Settings settings, PrintStream out) throws InterruptedException {
        Line.check(settings);
        ServiceHost host = new ServiceHost(HttpConfig.from(settings));
        Parts parts = Parts.start(settings, host);
        Line line = Line.start(parts, host, InstantSource.system());
        welcome(out, line, host);
        host.awaitEnd();
        return 0;
    }

    private static int runDemo(Settings given, PrintStream out) throws InterruptedException, IOException {
        Line.check(given);
        int mqttPort = FreePort.orAny(given.value(IngestConfig.PORT));
        Map<String, String> ours = new HashMap<>(Map.of(IngestConfig.PORT.name(), Integer.toString(mqttPort)));
        if (!given.isGiven(RetentionConfig.READINGS)) {
            ours.put(RetentionConfig.READINGS.name(), FOR_EVER); // recorded feeds of years ago may be replayed into it
        }
        Settings settings = given.with(ours);
        SimulateConfig config = SimulateConfig.from(settings, new Gateway("127.0.0.1", mqttPort, false));
        settings.check();
        ServiceHost host = new ServiceHost(HttpConfig.from(settings));
        Parts parts = Parts.start(settings, host);
        Simulate province = new Simulate(config, InstantSource.system());
        // One clock for the whole world: services and province live in the same simulated time.
        Line line = Line.start(parts, host, province.clock());
        register(province, parts, config.data().resolve("registry"), out);
        host.keep(province).start();
        welcome(out, line, host);
        host.awaitEnd();
        return 0;
    }

    private static void register(Simulate province, Parts parts, Path folder, PrintStream out) throws IOException {
        Files.createDirectories(folder);
        for (RegistryDocument document : province.documents()) {
            Files.writeString(folder.resolve(document.enterprise() + ".yaml"), document.yaml());
        }
        Answer answer =
                new RegistryDesk(RegistryConfig.from(parts.settings()), province.clock()).apply(List.of(folder));
        if (answer.exitCode() != Answer.FINE) {
            answer.lines().forEach(out::println);
            throw new IllegalStateException("the province's documents were refused");
        }
    }

    private static String tls(Line line) {
        return line.mqttTlsPort().isPresent() ? ", TLS " + line.mqttTlsPort().getAsInt() : "";
    }

    private static void welcome(PrintStream out, Line line, ServiceHost host) {
        out.printf(
                """

                Kilowatch is running / Kilowatch 已启动
                  page     页面      http://127.0.0.1:%d/
                  API      接口      http://127.0.0.1:%d/api/v1/openapi.json
                  evidence 计算依据  http://127.0.0.1:%d/api/v1/openapi.json
                  MQTT               127.0.0.1:%d%s
                  health   运行状况  http://127.0.0.1:%d/health/ready   metrics 指标 /metrics
                Ctrl-C stops it; what was received is kept / 按 Ctrl-C 停止，数据会保留
                %n""",
                line.httpPort(),
                line.httpPort(),
                line.evidencePort(),
                line.mqttPort(),
                tls(line),
                host.managementPort());
        out.flush();
    }
}
