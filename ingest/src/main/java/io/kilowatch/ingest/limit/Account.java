package io.kilowatch.ingest.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What a device, or an enterprise with all its devices, has sent of late. */
final class Account {
    private final Bucket messages;
    private final Bucket bytes;
    private final Room room;
    private final AtomicInteger flows = new AtomicInteger();

    Account(Rate rate, Duration burst, Room room, long now) {
        this.messages = new Bucket(rate.messages(), burst, now);
        this.bytes = new Bucket(rate.bytes(), burst, now);
        this.room = room;
    }

    /** The room for what is on its way. */
    Room room() {
        return room;
    }

    /** One message has come; how many nanoseconds nothing more should come. */
    long spend(long size, long now) {
        return Math.max(messages.spend(1, now), bytes.spend(size, now));
    }

    /** How many nanoseconds nothing should come. */
    long owed(long now) {
        return Math.max(messages.owed(now), bytes.owed(now));
    }

    void open() {
        flows.incrementAndGet();
    }

    void close() {
        flows.decrementAndGet();
    }

    /** Whether a new one would be no other, and nobody uses it. */
    boolean isIdle(long now) {
        return flows.get() == 0 && room.used() == 0 && messages.isFull(now) && bytes.isFull(now);
    }
}
