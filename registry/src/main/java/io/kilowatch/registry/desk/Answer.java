package io.kilowatch.registry.desk;

import java.util.List;

/**
 * What a use of the desk has to say.
 *
 * @param lines to be printed, without line ends
 * @param exitCode 0 if all is well, 1 if not
 */
public record Answer(List<String> lines, int exitCode) {
    /** All is well. */
    public static final int FINE = 0;

    /** A document is faulty, or a service could not do its part. */
    public static final int FAULTY = 1;

    /** Copies its lines. */
    public Answer {
        lines = List.copyOf(lines);
    }

    static Answer fine(List<String> lines) {
        return new Answer(lines, FINE);
    }

    static Answer faulty(String... lines) {
        return new Answer(List.of(lines), FAULTY);
    }
}
