package io.kilowatch.ingest.access;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passwords that wait to be hashed, which is slow, and the threads that do it.
 *
 * <p>Each origin has its turn, so that a flood from one address delays nobody else's by more than one hash; those that
 * have been here before go first. The queue is bounded, and half of it is the most that one origin has.
 */
final class PasswordQueue implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PasswordQueue.class);

    private final int most;
    private final Map<String, Deque<Check>> known = new LinkedHashMap<>();
    private final Map<String, Deque<Check>> others = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private int size;
    private boolean closed;

    /** One password to be checked. */
    interface Check extends Runnable {
        /** Whether nobody waits for its outcome any more. */
        boolean isCancelled();
    }

    /** A queue whose threads run. */
    PasswordQueue(int most, int threadCount) {
        this.most = most;
        for (int i = 0; i < threadCount; i++) {
            Thread thread = new Thread(this::work, "ingest-passwords-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** Queues a check; false if there is no room. */
    synchronized boolean offer(String origin, boolean isKnown, Check check) {
        Map<String, Deque<Check>> lane = isKnown ? known : others;
        Deque<Check> own = lane.computeIfAbsent(origin, key -> new ArrayDeque<>());
        if (isFull(own)) {
            own.removeIf(this::dropped);
        }
        if (isFull(own)) {
            if (own.isEmpty()) {
                lane.remove(origin);
            }
            return false;
        }
        own.add(check);
        size++;
        notify();
        return true;
    }

    private boolean isFull(Deque<Check> own) {
        return size >= most || own.size() >= most / 2 || closed;
    }

    private boolean dropped(Check check) {
        if (check.isCancelled()) {
            size--;
            return true;
        }
        return false;
    }

    private synchronized @Nullable Check next() throws InterruptedException {
        while (size == 0 && !closed) {
            wait();
        }
        return closed ? null : turn(known.isEmpty() ? others : known);
    }

    /** The oldest check of the origin whose turn it is; its next turn is after all others'. */
    private Check turn(Map<String, Deque<Check>> lane) {
        Iterator<Map.Entry<String, Deque<Check>>> first = lane.entrySet().iterator();
        Map.Entry<String, Deque<Check>> entry = first.next();
        String origin = entry.getKey();
        Deque<Check> own = entry.getValue();
        first.remove();
        Check check = own.remove();
        size--;
        if (!own.isEmpty()) {
            lane.put(origin, own);
        }
        return check;
    }

    private void work() {
        try {
            for (Check check = next(); check != null; check = next()) {
                if (!check.isCancelled()) {
                    run(check);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Check check) {
        try {
            check.run();
        } catch (RuntimeException e) {
            log.error("password could not be checked", e);
        }
    }

    /** How many wait. */
    synchronized int size() {
        return size;
    }

    /** Ends the threads; whoever still waits is not answered. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            known.clear();
            others.clear();
            size = 0;
            notifyAll();
        }
    }
}
