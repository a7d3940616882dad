package io.kilowatch.ingest.guard;

import java.net.InetAddress;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many connections there may be, in all and from one address, how fast new ones may come from an address, and how
 * much may be read from it. Addresses that are exempt count in all only.
 *
 * <p>What is remembered is bounded: an address without open connections is forgotten as soon as it has its full
 * allowance again, or when too many are remembered.
 */
public final class ConnectionLimits {
    private static final int MOST_IDLE_ADDRESSES = 50_000;
    private static final double BURST_SECONDS = 10;
    private static final double BYTES_BURST_SECONDS = 4;
    private static final double EXPLANATIONS_A_SECOND = 1;
    private static final double EXPLANATIONS_BURST_SECONDS = 3;

    private final GuardConfig config;
    private final LongSupplier nanos;
    private final Consumer<Overrun> refused;
    private final Map<Source, Tally> tallies = new LinkedHashMap<>();
    private int open;
    private int addressesAfterSweep;

    /** The connections of one address. */
    static final class Tally {
        private final Source source;
        private final Allowance connections;
        private final Allowance explanations;
        private final Allowance bytes;
        private int open;

        Tally(Source source, GuardConfig config, long now) {
            this.source = source;
            this.connections = new Allowance(config.connectionRate(), BURST_SECONDS, now);
            this.explanations = new Allowance(EXPLANATIONS_A_SECOND, EXPLANATIONS_BURST_SECONDS, now);
            this.bytes = new Allowance(config.bytesPerSecond(), BYTES_BURST_SECONDS, now);
        }

        private boolean isIdle(long now) {
            return open == 0 && connections.isFull(now);
        }
    }

    /**
     * Limits with nothing open.
     *
     * @param nanos a clock that does not go back
     * @param refused told of each connection that hits a limit
     */
    public ConnectionLimits(GuardConfig config, LongSupplier nanos, Consumer<Overrun> refused) {
        this.config = config;
        this.nanos = nanos;
        this.refused = refused;
    }

    /** Counts a new connection among all; empty if there are too many. */
    public synchronized Optional<Pass> enter() {
        if (open >= config.maxConnections()) {
            refused.accept(Overrun.ALL);
            return Optional.empty();
        }
        open++;
        return Optional.of(new Pass(this));
    }

    synchronized boolean identify(Pass pass, InetAddress address) {
        if (config.exempt().contains(address)) {
            return true;
        }
        long now = nanos.getAsLong();
        forgetSome(now);
        Tally tally = tallies.computeIfAbsent(Source.of(address), source -> new Tally(source, config, now));
        Overrun overrun = overrun(tally, now);
        if (overrun != null) {
            refused.accept(overrun);
            if (!tally.explanations.take(now)) {
                return false;
            }
        }
        tally.open++;
        pass.belongsTo(tally, overrun);
        return true;
    }

    private @Nullable Overrun overrun(Tally tally, long now) {
        if (tally.open >= config.maxPerAddress()) {
            return Overrun.ADDRESS;
        }
        return tally.connections.take(now) ? null : Overrun.RATE;
    }

    long came(Tally tally, int bytes) {
        return tally.bytes.owe(bytes, nanos.getAsLong());
    }

    synchronized void leave(Pass pass) {
        if (!pass.markLeft()) {
            return;
        }
        open--;
        Tally tally = pass.tally();
        if (tally != null && --tally.open == 0 && tally.isIdle(nanos.getAsLong())) {
            tallies.remove(tally.source);
        }
    }

    /** Forgets addresses that have nothing open: the idle ones each time their number has doubled, any if need be. */
    private void forgetSome(long now) {
        if (tallies.size() < 2 * addressesAfterSweep + 1_000 && tallies.size() < MOST_IDLE_ADDRESSES + open) {
            return;
        }
        tallies.values().removeIf(tally -> tally.isIdle(now));
        Iterator<Tally> oldest = tallies.values().iterator();
        int most = tallies.size() < MOST_IDLE_ADDRESSES + open ? Integer.MAX_VALUE : MOST_IDLE_ADDRESSES / 2 + open;
        while (tallies.size() > most && oldest.hasNext()) {
            if (oldest.next().open == 0) {
                oldest.remove();
            }
        }
        addressesAfterSweep = tallies.size();
    }

    /** How many connections are open. */
    public synchronized int open() {
        return open;
    }

    synchronized int addresses() {
        return tallies.size();
    }
}
