package io.kilowatch.deploy.testing;

import org.opentest4j.TestAbortedException;

/** The end of a test that lacks a real part: a skip, or a failure where {@code -Dit.required=true} says so. */
final class Skip {
    private Skip() {}

    /** What to throw. */
    static RuntimeException because(String what, String whyNot) {
        String message = "skipped: " + what + ". " + whyNot;
        if (Boolean.getBoolean("it.required")) {
            throw new AssertionError("required, but " + message);
        }
        return new TestAbortedException(message);
    }
}
