package io.kilowatch.ingest.guard;

/** The failed sign-ins of one device, of one address, or of one device from one address. */
final class Failures {
    private int failed;
    private int trying;
    private long lastFailure;
    private long lockedUntil;

    /** How long it is still locked out; 0 if it is not. */
    long left(long now) {
        return failed == 0 ? 0 : Math.max(0, lockedUntil - now);
    }

    /** How many have failed or may yet fail. */
    int possible() {
        return failed + trying;
    }

    int failed() {
        return failed;
    }

    void begin() {
        trying++;
    }

    void end() {
        trying--;
    }

    /** One has failed; the next ones wait for a time, 0 for none. */
    void fail(long now, Lockout policy, int limit) {
        failed++;
        lastFailure = now;
        lockedUntil = now + policy.nanos(failed, limit);
    }

    void succeed() {
        failed = 0;
    }

    /** Forgets failures that are long past. */
    void forget(long now, long after) {
        if (failed > 0 && now - lastFailure > after) {
            failed = 0;
        }
    }

    boolean isTrying() {
        return trying > 0;
    }
}
