package io.kilowatch.deploy.bench.gateway;

import io.kilowatch.deploy.Kilowatch;
import io.kilowatch.deploy.runtime.AtExit;
import io.kilowatch.deploy.runtime.FreePort;
import io.kilowatch.ingest.IngestConfig;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.http.HttpConfig;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.simulators.load.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that devices connect to, in a JVM of its own: the gateway as it is delivered, or its yardstick. */
final class ServerProcess implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final String REGISTRY_READ = "registry read";
    private static final String GATEWAY_LISTENS = "listening for MQTT";

    private final Process process;
    private final Path log;
    private final int port;

    private ServerProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** The gateway, which has read the registry when this returns. */
    static ServerProcess gateway(Settings settings, Path folder) throws IOException, InterruptedException {
        return start(
                "gateway",
                settings,
                folder,
                List.of(Kilowatch.class.getName(), "ingest"),
                GATEWAY_LISTENS,
                REGISTRY_READ);
    }

    /** The bare pass-through. */
    static ServerProcess passThrough(Settings settings, Path folder) throws IOException, InterruptedException {
        return start("pass-through", settings, folder, List.of(PassThrough.class.getName()), PassThrough.LISTENS);
    }

    private static ServerProcess start(
            String name, Settings settings, Path folder, List<String> program, String... signs)
            throws IOException, InterruptedException {
        int port = FreePort.any();
        Path log = Files.createTempFile(folder, name, ".log");
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String options = System.getenv("KILOWATCH_JAVA_OPTS");
        words.addAll(
                options == null || options.isBlank()
                        ? List.of()
                        : List.of(options.strip().split("\\s+")));
        words.addAll(List.of("-cp", System.getProperty("java.class.path")));
        words.addAll(program);
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
        for (Option<?> option : List.<Option<?>>of(
                KafkaConfig.BOOTSTRAP, KafkaConfig.PARTITIONS, KafkaConfig.REPLICATION, IngestConfig.EVENT_LOOPS)) {
            builder.environment().put(option.variable(), settings.value(option).toString());
        }
        builder.environment().put(IngestConfig.PORT.variable(), Integer.toString(port));
        builder.environment().put(HttpConfig.MANAGEMENT_PORT.variable(), "0");
        ServerProcess started = new ServerProcess(builder.start(), log, port);
        AtExit.close(started);
        started.await(signs);
        return started;
    }

    /** Waits until all signs of a complete start are in the log. */
    private void await(String... signs) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!Arrays.stream(signs).allMatch(Files.readString(log)::contains)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("a server did not start; it says: " + Files.readString(log));
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    /** Where devices connect to. */
    Target target() {
        return Target.plain("127.0.0.1", port);
    }

    /** The time that processors have worked for it and for this process, in nanoseconds. */
    long processorNanos() {
        return nanos(process.toHandle()) + nanos(ProcessHandle.current());
    }

    private static long nanos(ProcessHandle handle) {
        return handle.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    /** Its resident set in millions of bytes. */
    double megabytes() throws IOException {
        return ProcessMemory.megabytes(process.pid());
    }

    @Override
    public void close() {
        AtExit.forget(this);
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
