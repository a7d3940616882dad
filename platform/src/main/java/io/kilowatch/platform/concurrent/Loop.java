package io.kilowatch.platform.concurrent;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One named thread that does one step after another until it is closed.
 *
 * <p>A step that throws, be it an {@link Error}, is logged and tried again after a pause that its {@link Backoff} says;
 * the loop itself never ends by a fault.
 */
public final class Loop implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Loop.class);

    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private final Step step;
    private final Setbacks setbacks;

    /** One step; it returns soon, so that the loop can end. */
    @FunctionalInterface
    public interface Step {
        /** Does the step. */
        void run() throws Exception;
    }

    /** A loop that is not started yet and always waits as long after a fault. */
    public Loop(String name, Duration pauseAfterFault, Step step) {
        this(name, Backoff.constant(pauseAfterFault), step);
    }

    /** A loop that is not started yet. */
    public Loop(String name, Backoff backoff, Step step) {
        this.step = step;
        this.setbacks = new Setbacks(name, backoff);
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    /** Starts the thread. */
    public void start() {
        thread.start();
    }

    /** Waits, but no longer than until the loop is closed. */
    public void pause(Duration duration) throws InterruptedException {
        closing.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether it has been asked to end. */
    public boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** How many steps have failed since the start. */
    public long failures() {
        return setbacks.total();
    }

    private void run() {
        try {
            while (!isClosing()) {
                runOnce();
            }
        } catch (InterruptedException e) {
            log.debug("loop interrupted [loop: {}]", thread.getName());
        }
    }

    private void runOnce() throws InterruptedException {
        try {
            step.run();
            setbacks.succeeded();
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            if (!isClosing()) {
                pause(setbacks.failed(e));
            }
        }
    }

    /** Asks it to end and waits up to ten seconds. */
    @Override
    public void close() {
        closing.countDown();
        if (thread == Thread.currentThread() || !thread.isAlive()) {
            return;
        }
        try {
            thread.join(10_000);
            if (thread.isAlive()) {
                log.warn("loop did not end in time, interrupting [loop: {}]", thread.getName());
                thread.interrupt();
                thread.join(2_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
