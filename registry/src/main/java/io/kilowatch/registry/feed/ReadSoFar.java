package io.kilowatch.registry.feed;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far each partition of the registry has been read, for those who wait until a document has been seen. */
final class ReadSoFar {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private Map<Integer, Long> next = Map.of();

    /** Says which offset comes next in each partition. */
    void moveTo(Map<Integer, Long> positions) {
        lock.lock();
        try {
            next = Map.copyOf(positions);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the record at each partition's offset has been seen; false if that takes longer. */
    boolean await(Map<Integer, Long> offsets, Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        lock.lockInterruptibly();
        try {
            while (!has(offsets)) {
                if (left <= 0) {
                    return false;
                }
                left = moved.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean has(Map<Integer, Long> offsets) {
        return offsets.entrySet().stream().allMatch(one -> next.getOrDefault(one.getKey(), 0L) > one.getValue());
    }
}
