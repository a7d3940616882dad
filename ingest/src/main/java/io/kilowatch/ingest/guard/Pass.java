package io.kilowatch.ingest.guard;

import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection's count among all, and among those of its address once that is known. */
public final class Pass {
    private final ConnectionLimits limits;
    private ConnectionLimits.@Nullable Tally tally;
    private @Nullable Overrun overrun;
    private boolean left;

    Pass(ConnectionLimits limits) {
        this.limits = limits;
    }

    /** Counts it with an address; false if that has too many or too many at once, and cannot even be told so. */
    public boolean at(InetAddress address) {
        return limits.identify(this, address);
    }

    void belongsTo(ConnectionLimits.Tally to, @Nullable Overrun by) {
        this.tally = to;
        this.overrun = by;
    }

    /** The limit that it hit, which it is to be told; empty if it may go on. */
    public Optional<Overrun> overrun() {
        return Optional.ofNullable(overrun);
    }

    /** Counts bytes that came; how many nanoseconds no more must be read from its address. */
    public long came(int bytes) {
        ConnectionLimits.Tally of = tally;
        return of == null ? 0 : limits.came(of, bytes);
    }

    /** The connection is closed. */
    public void leave() {
        limits.leave(this);
    }

    /** Marks it as left; false if it was already. */
    boolean markLeft() {
        boolean first = !left;
        left = true;
        return first;
    }

    ConnectionLimits.@Nullable Tally tally() {
        return tally;
    }
}
