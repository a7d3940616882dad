package io.kilowatch.aggregator.evidence.verify;

import java.util.List;

/**
 * What came of checking evidence.
 *
 * @param lines to be printed, in both languages
 * @param exitCode 0 if everything agrees, 1 if something differs, 2 if the file cannot be used
 */
public record Report(List<String> lines, int exitCode) {
    /** Everything agrees. */
    public static final int AGREES = 0;

    /** Something differs. */
    public static final int DIFFERS = 1;

    /** The file is unreadable or was tampered with. */
    public static final int UNUSABLE = 2;

    /** Copies its lines. */
    public Report {
        lines = List.copyOf(lines);
    }
}
