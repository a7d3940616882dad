package io.kilowatch.deploy.runtime;

import org.jspecify.annotations.Nullable;

/** A part of the runtime that did not start; the message says which, why, and where to look. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A fault found by this program. */
    public CannotStart(String message) {
        super(message);
    }

    /** A fault reported by something this program called. */
    public CannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
