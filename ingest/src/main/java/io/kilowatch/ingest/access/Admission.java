package io.kilowatch.ingest.access;

import java.time.Duration;
import java.util.Optional;

/** What came of a device's wish to come in. */
public sealed interface Admission {
    /** Why a sign-in failed, as a word; empty if it did not, or was not heard for a reason of the gateway's. */
    default Optional<String> reason() {
        if (this instanceof Wrong) {
            return Optional.of("wrong-password");
        } else if (this instanceof Nameless) {
            return Optional.of("nameless");
        } else if (this instanceof Stranger) {
            return Optional.of("stranger");
        }
        return this instanceof LockedOut ? Optional.of("locked-out") : Optional.empty();
    }

    /**
     * It may.
     *
     * @param identity who it is
     * @param credential what it has shown for that; once that stands no longer, it must leave
     */
    record Admitted(Identity identity, Credential credential) implements Admission {}

    /** It named itself, but not with a user and password that are registered. */
    record Wrong() implements Admission {}

    /** It gave no user or no password. */
    record Nameless() implements Admission {}

    /** Its certificate is a good one, but no device is registered for it, or its user name is another device's. */
    record Stranger() implements Admission {}

    /** The registry has not been read yet, so nobody is known. */
    record NotReady() implements Admission {}

    /** Too many passwords wait to be checked. */
    record Busy() implements Admission {}

    /**
     * It is not heard for a while, since too many passwords were wrong.
     *
     * @param left how long
     * @param address whether nobody at all is heard from its address
     */
    record LockedOut(Duration left, boolean address) implements Admission {}
}
