package io.kilowatch.deploy.testing;

import io.kilowatch.deploy.runtime.EmbeddedKafka;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A real broker: one that all tests of the JVM share, or one that a test has to itself and may stop. */
public final class RealKafka implements AutoCloseable {
    private static @Nullable RealKafka shared;

    private final EmbeddedKafka broker;
    private final Path folder;
    private final boolean own;

    private RealKafka(boolean own) {
        this.own = own;
        this.folder = TestFolder.fresh("kafka");
        this.broker = EmbeddedKafka.start(folder, 0);
    }

    /** The shared broker; closing it does nothing, and nobody may stop it. */
    public static synchronized RealKafka shared() {
        RealKafka kafka = shared == null ? new RealKafka(false) : shared;
        shared = kafka;
        return kafka;
    }

    /** A broker without topics; it and its data go when it is closed. */
    public static RealKafka own() {
        return new RealKafka(true);
    }

    /** Where clients connect. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Stops the broker; its clients see it gone. */
    public void stop() {
        if (!own) {
            throw new IllegalStateException("others use the shared broker; take one of your own");
        }
        broker.stop();
    }

    /** Starts it again on the same port and data. */
    public void start() {
        broker.start();
    }

    @Override
    public void close() {
        if (own) {
            broker.close();
            TestFolder.remove(folder);
        }
    }
}
