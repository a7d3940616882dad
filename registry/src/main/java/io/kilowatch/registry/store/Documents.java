package io.kilowatch.registry.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The documents in force, and every revision there was. */
public interface Documents {
    /**
     * One revision of an enterprise's document.
     *
     * @param enterprise the credit code
     * @param revision 1 for the first, and on through deletions
     * @param json the document as it was published; absent if this revision deleted it
     * @param changedAt when
     * @param changedBy who
     */
    record Revision(String enterprise, int revision, Optional<String> json, Instant changedAt, String changedBy) {}

    /** What tells the world of a document before it is kept for good. */
    @FunctionalInterface
    interface Announcement {
        /** Returns once it is told; if it throws, the change is taken back. */
        void announce(String enterprise, Optional<String> json) throws Exception;
    }

    /** What came of a change. */
    enum Change {
        /** There was no document in force before. */
        ADDED,
        /** Another document was in force before. */
        CHANGED,
        /** The same document is in force already. */
        UNCHANGED,
        /** There is no document in force any more. */
        DELETED
    }

    /**
     * What came of one change.
     *
     * @param change what was done
     * @param revision the revision in force, or that deleted; 0 for one that never was
     */
    record Outcome(Change change, int revision) {}

    /**
     * A change that is asked for.
     *
     * @param enterprise the credit code
     * @param json the document to put in force, as JSON; absent to delete the one in force
     * @param at when
     * @param by who
     * @param republish whether it is announced even if nothing changes
     */
    record Request(String enterprise, Optional<String> json, Instant at, String by, boolean republish) {}

    /**
     * Puts a document in force, or takes it out of force.
     *
     * @param announcement called for a change, before it is kept for good
     */
    Outcome change(Request request, Announcement announcement) throws Exception;

    /** What becomes of the document in force. */
    @FunctionalInterface
    interface Amendment {
        /** The new document, as JSON; if it throws, nothing is changed. */
        String of(String json) throws Exception;
    }

    /** There is no document in force that could be amended. */
    final class NoneInForce extends Exception {
        private static final long serialVersionUID = 1L;

        /** Of an enterprise. */
        public NoneInForce(String enterprise) {
            super("no document of " + enterprise + " is in force");
        }
    }

    /**
     * Amends the document in force; no other change of it comes between.
     *
     * @param enterprise the credit code
     * @param announcement called for a change, before it is kept for good
     * @throws NoneInForce if there is none
     */
    Outcome amend(String enterprise, Instant at, String by, Amendment amendment, Announcement announcement)
            throws Exception;

    /** The revisions in force, by credit code. */
    List<Revision> inForce() throws Exception;

    /** Every revision of an enterprise, oldest first. */
    List<Revision> history(String enterprise) throws Exception;
}
