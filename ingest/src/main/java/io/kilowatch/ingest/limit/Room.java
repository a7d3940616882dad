package io.kilowatch.ingest.limit;

import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Room for a number of bytes, shared without a lock. It is given before it is asked whether there is any, so it may be
 * overdrawn by a message of each event loop; whoever waits is called when a quarter of it is free again.
 */
final class Room {
    private final long most;
    private final AtomicLong used = new AtomicLong();
    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();

    Room(long most) {
        this.most = most;
    }

    boolean isFull() {
        return used.get() >= most;
    }

    /** How much of it is used. */
    long used() {
        return used.get();
    }

    void take(long bytes) {
        used.addAndGet(bytes);
    }

    void give(long bytes) {
        used.addAndGet(-bytes);
        callIfFree();
    }

    /** Calls somebody once when there is room, maybe before this returns. */
    void await(Runnable waiter) {
        waiting.add(waiter);
        callIfFree();
    }

    /** Somebody waits no longer. */
    void forget(Runnable waiter) {
        waiting.remove(waiter);
    }

    private void callIfFree() {
        if (waiting.isEmpty() || used.get() > most - most / 4) {
            return;
        }
        for (Iterator<Runnable> each = waiting.iterator(); each.hasNext(); ) {
            Runnable waiter = each.next();
            if (waiting.remove(waiter)) {
                waiter.run();
            }
        }
    }
}
