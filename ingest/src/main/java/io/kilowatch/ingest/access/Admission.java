package io.kilowatch.ingest.access;

/** What came of a device's wish to come in. */
public sealed interface Admission {
    /**
     * It may.
     *
     * @param identity who it is
     * @param password the stored form of the password that it gave; once the registry has another, it must leave
     */
    record Admitted(Identity identity, String password) implements Admission {
        /** Hides the password's hash. */
        @Override
        public String toString() {
            return "Admitted[identity=" + identity + "]";
        }
    }

    /** It named itself, but not with a user and password that are registered. */
    record Wrong() implements Admission {}

    /** It gave no user or no password. */
    record Nameless() implements Admission {}

    /** The registry has not been read yet, so nobody is known. */
    record NotReady() implements Admission {}
}
