package io.kilowatch.ingest.limit;

import java.util.function.LongSupplier;

/** What one connection of a device sends, counted with its device, its enterprise and all. */
public final class Flow {
    private final Account device;
    private final Account enterprise;
    private final Room gateway;
    private final long longestWait;
    private final LongSupplier nanos;

    Flow(Account device, Account enterprise, Room gateway, long longestWait, LongSupplier nanos) {
        this.device = device;
        this.enterprise = enterprise;
        this.gateway = gateway;
        this.longestWait = longestWait;
        this.nanos = nanos;
    }

    /** Whether another message may be taken in, as far as what is on its way is concerned. */
    public boolean hasRoom() {
        return !enterprise.room().isFull() && !gateway.isFull();
    }

    /** Calls somebody once when there is room again, on any thread, maybe before this returns. */
    public void awaitRoom(Runnable waiter) {
        if (enterprise.room().isFull()) {
            enterprise.room().await(waiter);
        } else {
            gateway.await(waiter);
        }
    }

    /** Somebody waits for room no longer. */
    public void forget(Runnable waiter) {
        enterprise.room().forget(waiter);
        gateway.forget(waiter);
    }

    /** Whether device or enterprise owe more than anybody should wait for. */
    public boolean isOverdrawn() {
        long now = nanos.getAsLong();
        return Math.max(device.owed(now), enterprise.owed(now)) > longestWait;
    }

    /**
     * A message has come.
     *
     * @return for how many nanoseconds no more should be read; never longer than the longest wait
     */
    public long came(int bytes) {
        long now = nanos.getAsLong();
        return Math.min(longestWait, Math.max(device.spend(bytes, now), enterprise.spend(bytes, now)));
    }

    /** Records are on their way to Kafka. */
    public void left(long bytes) {
        enterprise.room().take(bytes);
        gateway.take(bytes);
    }

    /** They are so no longer. */
    public void arrived(long bytes) {
        enterprise.room().give(bytes);
        gateway.give(bytes);
    }

    /** The connection has ended. */
    public void close() {
        device.close();
        enterprise.close();
    }
}
