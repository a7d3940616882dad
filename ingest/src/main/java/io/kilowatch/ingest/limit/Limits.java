package io.kilowatch.ingest.limit;

import io.kilowatch.ingest.access.Identity;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How much each device and each enterprise has sent of late, and how much is on its way; shared by all event loops.
 *
 * <p>Accounts that say nothing any more are dropped now and then, so there are no more of them than devices that have been
 * seen of late.
 */
public final class Limits {
    private static final int SWEEP_AFTER = 1_024;

    private final LimitConfig config;
    private final LongSupplier nanos;
    private final Room room;
    private final AtomicLong ahead = new AtomicLong();
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final AtomicInteger opened = new AtomicInteger();

    /**
     * Limits that nobody has come near to.
     *
     * @param nanos a clock in nanoseconds that does not go back
     */
    public Limits(LimitConfig config, LongSupplier nanos) {
        this.config = config;
        this.nanos = nanos;
        this.room = new Room(config.inFlight());
    }

    /** A connection of a device, of which what it sends is counted. */
    public Flow open(Identity identity) {
        if (opened.incrementAndGet() % SWEEP_AFTER == 0) {
            sweep();
        }
        Account enterprise = open(identity.enterprise(), config.enterprise(), config.enterpriseInFlight());
        Account device = open(identity.user(), config.device(), Integer.MAX_VALUE);
        return new Flow(device, enterprise, room, config.longestWait().toNanos(), nanos);
    }

    private Account open(String name, Rate rate, int inFlight) {
        Account account = accounts.compute(name, (key, found) -> {
            Account one =
                    found == null ? new Account(rate, config.burst(), new Room(inFlight), nanos.getAsLong()) : found;
            one.open();
            return one;
        });
        return account;
    }

    /** Drops what says nothing any more. */
    void sweep() {
        long now = nanos.getAsLong();
        for (String name : accounts.keySet()) {
            accounts.computeIfPresent(name, (key, account) -> account.isIdle(now) ? null : account);
        }
    }

    /** How many accounts there are. */
    int size() {
        return accounts.size();
    }

    /** How many bytes of packets were read ahead by all connections, to be counted by them. */
    public AtomicLong ahead() {
        return ahead;
    }

    /** How many bytes are on their way to Kafka. */
    public long inFlight() {
        return room.used();
    }
}
