package io.kilowatch.deploy.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is closed when the JVM ends: the newest first, one after another, so that a service is closed before the broker
 * and the database it was started on.
 */
public final class AtExit {
    private static final Logger LOG = LoggerFactory.getLogger(AtExit.class);
    private static final Deque<AutoCloseable> PARTS = new ArrayDeque<>();
    private static boolean hooked;

    private AtExit() {}

    /** Closes the part when the JVM ends, unless it is {@linkplain #forget forgotten} first. */
    public static synchronized void close(AutoCloseable part) {
        if (!hooked) {
            hooked = true;
            Runtime.getRuntime().addShutdownHook(new Thread(AtExit::closeAll, "at-exit"));
        }
        PARTS.push(part);
    }

    /** Leaves the part alone when the JVM ends; to be called by a part that has been closed. */
    public static synchronized void forget(AutoCloseable part) {
        PARTS.removeIf(other -> other == part);
    }

    private static void closeAll() {
        for (AutoCloseable part : parts()) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("a part did not close [part: {}]", part, e);
            }
        }
    }

    private static synchronized List<AutoCloseable> parts() {
        return List.copyOf(PARTS);
    }
}
