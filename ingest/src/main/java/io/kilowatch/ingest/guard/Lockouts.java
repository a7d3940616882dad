package io.kilowatch.ingest.guard;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Keeps failed sign-ins and says who must wait before the next one.
 *
 * <p>Nobody waits for what others did. Failures count for a device <em>from one address</em>, so that whoever guesses a
 * device's password somewhere does not lock out the device itself elsewhere. Failures of an address count for all
 * devices from there, except those that have signed in from there before. A device that is guessed at from many
 * addresses has one attempt from each further address instead of several, which is enough for the device itself.
 *
 * <p>What is remembered is bounded; the oldest is forgotten first. Users that do not exist are treated like those that
 * do.
 */
public final class Lockouts {
    private static final int MOST = 20_000;
    private static final int MOST_KNOWN = 100_000;
    private static final int STRICT_AFTER = 4;

    private final Lockout policy;
    private final LongSupplier nanos;
    private final long forgetAfter;
    private final Map<Pair, Failures> pairs = oldestFirst(MOST);
    private final Map<String, Failures> devices = oldestFirst(MOST);
    private final Map<Source, Failures> addresses = oldestFirst(MOST);
    private final Map<Pair, Boolean> known = oldestFirst(MOST_KNOWN);

    private record Pair(Source source, String user) {}

    /** What a sign-in has to expect. */
    public enum Ruling {
        /** It may be tried. */
        TRY,
        /** This device must wait, from this address. */
        WAIT,
        /** Everybody must wait, from this address. */
        ADDRESS_WAITS
    }

    /** Lock-outs of nobody so far, by a clock that does not go back. */
    public Lockouts(Lockout policy, LongSupplier nanos) {
        this.policy = policy;
        this.nanos = nanos;
        this.forgetAfter = policy.longest().toNanos() * 4;
    }

    private static <K, V> Map<K, V> oldestFirst(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** Asks whether a sign-in may be tried; if so, say how it ended. */
    public synchronized Ruling begin(Source source, String user) {
        long now = nanos.getAsLong();
        Pair pair = new Pair(source, user);
        boolean isKnown = known.get(pair) != null;
        Failures own = pairs.computeIfAbsent(pair, key -> new Failures());
        own.forget(now, forgetAfter);
        if (!isKnown && isBanned(source, now)) {
            return Ruling.ADDRESS_WAITS;
        }
        int attempts = isKnown || !isGuessedAt(user, now) ? policy.attempts() : 1;
        boolean all = own.failed() < attempts ? own.possible() >= attempts : own.isTrying();
        if (own.left(now) > 0 || all) {
            return Ruling.WAIT;
        }
        own.begin();
        return Ruling.TRY;
    }

    /** Whether everybody from an address must wait. */
    private boolean isBanned(Source source, long now) {
        Failures of = addresses.get(source);
        if (of == null) {
            return false;
        }
        of.forget(now, forgetAfter);
        return of.left(now) > 0;
    }

    /** Whether an attempt that has waited for its turn is to be dropped, as its address is locked out by now. */
    public synchronized boolean isPointless(Source source, String user) {
        return known.get(new Pair(source, user)) == null && isBanned(source, nanos.getAsLong());
    }

    private boolean isGuessedAt(String user, long now) {
        Failures of = devices.get(user);
        if (of == null) {
            return false;
        }
        of.forget(now, forgetAfter);
        return of.failed() >= STRICT_AFTER * policy.attempts();
    }

    /** Whether a device has signed in from an address before. */
    public synchronized boolean isKnown(Source source, String user) {
        return known.get(new Pair(source, user)) != null;
    }

    /** A try was given up before anybody learnt anything. */
    public synchronized void abandoned(Source source, String user) {
        pairs.computeIfPresent(new Pair(source, user), (key, own) -> {
            own.end();
            return own;
        });
    }

    /** A try has failed. */
    public synchronized void failed(Source source, String user) {
        long now = nanos.getAsLong();
        Pair pair = new Pair(source, user);
        int attempts = known.get(pair) != null || !isGuessedAt(user, now) ? policy.attempts() : 1;
        Failures own = pairs.computeIfAbsent(pair, key -> new Failures());
        if (own.isTrying()) {
            own.end();
        }
        own.fail(now, policy, attempts);
        devices.computeIfAbsent(user, key -> new Failures()).fail(now, policy, Integer.MAX_VALUE);
        strange(source, now);
    }

    /** Somebody came without a name, or with one that cannot be. */
    public synchronized void failed(Source source) {
        strange(source, nanos.getAsLong());
    }

    private void strange(Source source, long now) {
        addresses.computeIfAbsent(source, key -> new Failures()).fail(now, policy, policy.addressAttempts());
    }

    /** A try has succeeded. */
    public synchronized void succeeded(Source source, String user) {
        Pair pair = new Pair(source, user);
        pairs.remove(pair);
        known.put(pair, true);
    }

    /** How long a device from an address must wait, for its engineer to be told. */
    public synchronized Duration left(Source source, String user) {
        long now = nanos.getAsLong();
        Failures own = pairs.get(new Pair(source, user));
        Failures of = addresses.get(source);
        return Duration.ofNanos(Math.max(own == null ? 0 : own.left(now), of == null ? 0 : of.left(now)));
    }

    /** How many failures are remembered. */
    synchronized int remembered() {
        return pairs.size() + devices.size() + addresses.size();
    }
}
