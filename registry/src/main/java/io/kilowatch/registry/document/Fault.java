package io.kilowatch.registry.document;

/**
 * One fault of a document.
 *
 * @param path where, such as {@code meters[2].unit}
 * @param message what is wrong and how to mend it
 */
public record Fault(String path, String message) {
    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
