package io.kilowatch.platform.concurrent;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The failed tries of one loop: what is logged of them, how many there were, and how long to wait after each.
 *
 * <p>The first of a row is logged with its stack, and so is one of another kind than the one before; the others take a
 * line each.
 */
final class Setbacks {
    private static final Logger log = LoggerFactory.getLogger(Loop.class);

    private final String name;
    private final Backoff backoff;
    private final AtomicLong total = new AtomicLong();
    private int inARow;
    private String kind = "";

    Setbacks(String name, Backoff backoff) {
        this.name = name;
        this.backoff = backoff;
    }

    /** Notes a failed try and says how long to wait. */
    Duration failed(Throwable fault) {
        inARow++;
        total.incrementAndGet();
        Duration pause = backoff.after(inARow);
        if (kind.equals(kind(fault))) {
            log.warn(
                    "step failed, trying again [loop: {}, failures: {}, pause: {}, error: {}]",
                    name,
                    inARow,
                    pause,
                    inALine(fault));
        } else {
            log.warn("step failed, trying again [loop: {}, failures: {}, pause: {}]", name, inARow, pause, fault);
        }
        kind = kind(fault);
        return pause;
    }

    /** Notes a try that did what it should. */
    void succeeded() {
        if (inARow > 0) {
            log.info("step works again [loop: {}, failures: {}]", name, inARow);
        }
        inARow = 0;
        kind = "";
    }

    /** All failed tries so far. */
    long total() {
        return total.get();
    }

    private static String kind(Throwable fault) {
        Throwable root = root(fault);
        return fault.getClass().getName() + " of " + root.getClass().getName();
    }

    private static String inALine(Throwable fault) {
        Throwable root = root(fault);
        String text = root == fault ? fault.toString() : fault + " of " + root;
        return text.replaceAll("\\s*\\R\\s*", " ");
    }

    private static Throwable root(Throwable fault) {
        Throwable root = fault;
        for (int depth = 0; root.getCause() != null && depth < 20; depth++) {
            root = root.getCause();
        }
        return root;
    }
}
