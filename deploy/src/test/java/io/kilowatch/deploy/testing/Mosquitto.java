package io.kilowatch.deploy.testing;

import static org.awaitility.Awaitility.await;

import io.kilowatch.deploy.runtime.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real MQTT broker that a test has to itself: Eclipse Mosquitto at a free port of loopback. */
public final class Mosquitto implements AutoCloseable {
    private final Path program;
    private final Path folder;
    private final Path config;
    private final int port;
    private Process process;

    private Mosquitto(Path program, Path folder, List<String> options) throws IOException {
        this.program = program;
        this.folder = folder;
        this.port = FreePort.orAny(0);
        this.config = folder.resolve("mosquitto.conf");
        List<String> lines = new ArrayList<>(List.of(
                "listener " + port + " 127.0.0.1",
                "user " + System.getProperty("user.name"),
                "persistence true",
                "persistence_location " + folder + "/",
                "max_queued_messages 0",
                "set_tcp_nodelay true"));
        lines.addAll(options);
        Files.write(config, lines);
        this.process = run();
    }

    /** A broker that lets everybody in; where none is installed the test is skipped, or fails if it is required. */
    public static Mosquitto start() {
        return start(TestFolder.fresh("mosquitto"), "allow_anonymous true");
    }

    /** A broker with options of its own, in a folder that goes when it is closed. */
    public static Mosquitto start(Path folder, String... options) {
        try {
            return new Mosquitto(program(), folder, List.of(options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path program() {
        Optional<Path> found = Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(":")), Stream.of("/usr/sbin"))
                .map(place -> Path.of(place, "mosquitto"))
                .filter(Files::isExecutable)
                .findFirst();
        return found.orElseGet(() -> Skip.because(
                "the tests on a broker", "mosquitto is not installed.", "To run them: install Debian's mosquitto."));
    }

    private Process run() throws IOException {
        Process started = new ProcessBuilder(program.toString(), "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(folder.resolve("log.txt").toFile()))
                .start();
        await().atMost(Duration.ofSeconds(60)).until(() -> answers() || !started.isAlive());
        if (!started.isAlive()) {
            throw new IllegalStateException("mosquitto did not start: " + Files.readString(folder.resolve("log.txt")));
        }
        return started;
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Where clients connect. */
    public int port() {
        return port;
    }

    /** Ends it; it saves what it keeps for its clients. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("mosquitto does not end");
        }
    }

    /** Starts it again with what it kept. */
    public void startAgain() throws IOException {
        process = run();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        TestFolder.remove(folder);
    }
}
