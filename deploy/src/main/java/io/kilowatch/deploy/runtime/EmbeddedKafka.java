package io.kilowatch.deploy.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker inside this process, its own controller, on the loopback interface only, its data in a folder.
 *
 * <p>It keeps its port until it is closed, so that it can be stopped and started again under its clients.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);

    private final Path folder;
    private final FolderLock lock;
    private final Properties properties;
    private final int port;
    private @Nullable KafkaRaftServer server;

    private EmbeddedKafka(Path folder, FolderLock lock, int port, Map<String, String> overrides) {
        this.folder = folder;
        this.lock = lock;
        this.port = port;
        this.properties = KafkaProperties.of(folder.resolve("log"), port, FreePort.any(), overrides);
    }

    /**
     * Starts a broker on the folder; an empty one is formatted first.
     *
     * @param folder keeps the broker's data
     * @param port TCP port on the loopback interface; 0 takes any free one
     * @throws CannotStart when the folder or the port is in use or the broker gives up
     */
    public static EmbeddedKafka start(Path folder, int port) {
        return start(folder, port, Map.of());
    }

    /** Starts a broker with some of its properties replaced. */
    public static EmbeddedKafka start(Path folder, int port, Map<String, String> overrides) {
        Path home = folder.toAbsolutePath().normalize();
        FolderLock lock = FolderLock.take(home);
        try {
            EmbeddedKafka kafka = new EmbeddedKafka(home, lock, FreePort.orAny(port), overrides);
            kafka.format();
            kafka.start();
            AtExit.close(kafka);
            return kafka;
        } catch (IOException e) {
            lock.close();
            throw new CannotStart("Kafka could not be started in " + home + ": " + e, e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Where clients connect. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The port that clients connect to. */
    public int port() {
        return port;
    }

    /** Starts the stopped broker again, on the same port and data; does nothing while it runs. */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        KafkaRaftServer starting = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        try {
            starting.startup();
        } catch (RuntimeException e) {
            starting.shutdown();
            throw new CannotStart("Kafka gave up on port " + port + " in " + folder + ": " + e.getMessage(), e);
        }
        server = starting;
        LOG.info("Kafka is up [port: {}, folder: {}]", port, folder);
    }

    /** Stops the broker in order and waits for its end; does nothing while it is stopped. */
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
        lock.close();
        AtExit.forget(this);
    }

    private void format() throws IOException {
        if (Files.exists(folder.resolve("log/meta.properties"))) {
            return;
        }
        LOG.info("preparing a Kafka folder [folder: {}]", folder);
        Path file = folder.resolve("format.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        String[] words = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit = StorageTool.execute(words, new PrintStream(said, true, StandardCharsets.UTF_8));
        Files.delete(file);
        if (exit != 0) {
            throw new CannotStart("Kafka's folder " + folder + " could not be formatted: "
                    + said.toString(StandardCharsets.UTF_8).strip());
        }
    }
}
