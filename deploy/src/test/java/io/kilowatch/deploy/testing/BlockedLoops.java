package io.kilowatch.deploy.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Lets every test fail during which Vert.x finds an event loop blocked by our code.
 *
 * <p>It goes by what Vert.x logs: after two seconds a line, which a busy machine may cause; after five seconds, and that
 * is what counts, one with the blocked thread's stack.
 */
public final class BlockedLoops implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    static final String CHECKER = "io.vertx.core.impl.BlockedThreadChecker";

    private static final Queue<String> BLOCKED = new ConcurrentLinkedQueue<>();
    private static boolean listening;

    /** What is told once for all tests of the JVM. */
    private static final class Listener extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            IThrowableProxy stack = event.getThrowableProxy();
            if (stack == null || !event.getFormattedMessage().contains("eventloop")) {
                return;
            }
            List<String> frames = Arrays.stream(stack.getStackTraceElementProxyArray())
                    .map(frame -> frame.getStackTraceElement().toString())
                    .toList();
            if (frames.stream().anyMatch(frame -> frame.contains("io.kilowatch."))) {
                BLOCKED.add(event.getFormattedMessage() + "\n  at " + String.join("\n  at ", frames));
            }
        }
    }

    /** Begins to listen. */
    @Override
    public void beforeAll(ExtensionContext context) {
        listen();
    }

    private static synchronized void listen() {
        if (!listening && LoggerFactory.getLogger(CHECKER) instanceof Logger logger) {
            Listener listener = new Listener();
            listener.setContext(logger.getLoggerContext());
            listener.start();
            logger.addAppender(listener);
            listening = true;
        }
    }

    /** Fails the test if there was one. */
    @Override
    public void afterEach(ExtensionContext context) {
        fail();
    }

    /** Fails the class if there was one outside of its tests. */
    @Override
    public void afterAll(ExtensionContext context) {
        fail();
    }

    static void fail() {
        List<String> found = take();
        if (!found.isEmpty()) {
            throw new AssertionError("an event loop was blocked: " + String.join("\n", found));
        }
    }

    /** What was found since the last time. */
    static List<String> take() {
        List<String> found = new ArrayList<>();
        for (String one = BLOCKED.poll(); one != null; one = BLOCKED.poll()) {
            found.add(one);
        }
        return found;
    }
}
