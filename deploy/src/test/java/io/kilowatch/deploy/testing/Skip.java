package io.kilowatch.deploy.testing;

import org.junit.jupiter.api.Assumptions;

/**
 * The end of a test that lacks a real part: a skip, told on the console, or a failure where {@code -Dit.required=true}
 * says so.
 */
public final class Skip {
    private static final String REMEDY = "To run them: set KILOWATCH_TIMESCALEDB to a tree that deploy/get-timescaledb "
            + "made on a machine of the Debian family, or start Docker.";

    private Skip() {}

    /** Ends a test that needs TimescaleDB; never returns. */
    static <T> T because(String what, String whyNot) {
        return because(what, whyNot, REMEDY);
    }

    /** Ends a test that needs a real part; never returns. */
    public static <T> T because(String what, String whyNot, String remedy) {
        String message = String.join(System.lineSeparator(), "skipped: " + what + ". " + whyNot, remedy);
        if (Boolean.getBoolean("it.required")) {
            throw new AssertionError("required, but " + message);
        }
        System.err.println(message);
        return Assumptions.abort(message);
    }
}
