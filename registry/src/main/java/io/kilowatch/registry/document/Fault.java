package io.kilowatch.registry.document;

/**
 * One fault of a document.
 *
 * @param path where, such as {@code meters[2].unit}; empty for the document as a whole
 * @param message what is wrong and how to mend it
 * @param line the line it is on, or the nearest that can be named; 0 where there is none
 */
public record Fault(String path, String message, int line) {
    /** A fault without a line. */
    public Fault(String path, String message) {
        this(path, message, 0);
    }

    /** Such as {@code line 12, meters[2].unit: is missing}. */
    @Override
    public String toString() {
        String where = line == 0 ? path : "line " + line + (path.isEmpty() ? "" : ", " + path);
        return where.isEmpty() ? message : where + ": " + message;
    }
}
