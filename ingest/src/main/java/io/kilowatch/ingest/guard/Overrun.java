package io.kilowatch.ingest.guard;

/** Which limit of connections was hit. */
public enum Overrun {
    /** That of all connections together. */
    ALL("all"),
    /** That of one address's open connections. */
    ADDRESS("address"),
    /** That of one address's new connections in a time. */
    RATE("rate");

    private final String word;

    Overrun(String word) {
        this.word = word;
    }

    /** How metrics name it. */
    public String word() {
        return word;
    }
}
