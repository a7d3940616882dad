package io.kilowatch.simulators.device;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of what the gateway refuses, at most once in a while for each device, meter and code. */
public final class RefusalLog {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final Duration QUIET = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final LongAdder refused = new LongAdder();
    private final Map<String, Cause> causes = new HashMap<>();

    /** A log whose quiet time runs by the given real clock. */
    public RefusalLog(InstantSource clock) {
        this.clock = clock;
    }

    /** What to do with the receipts of one device. */
    public Consumer<Receipt> of(DeviceAddress address) {
        return receipt -> receipt.refused().forEach(refusal -> note(address, refusal));
    }

    /** Readings refused so far. */
    public long refused() {
        return refused.sum();
    }

    private synchronized void note(DeviceAddress address, Receipt.Refusal refusal) {
        refused.increment();
        String key = address.user() + '|' + refusal.meter() + '|' + refusal.code();
        Cause cause = causes.computeIfAbsent(key, unused -> new Cause());
        cause.count++;
        Instant now = clock.instant();
        if (!now.isBefore(cause.quietUntil)) {
            LOG.warn(
                    "readings refused [device: {}, meter: {}, code: {}, message: {}, count: {}]",
                    address.user(),
                    refusal.meter(),
                    refusal.code(),
                    refusal.message(),
                    cause.count);
            cause.count = 0;
            cause.quietUntil = now.plus(QUIET);
        }
    }

    private static final class Cause {
        private long count;
        private Instant quietUntil = Instant.MIN;
    }
}
