package io.kilowatch.aggregator.evidence.verify;

import io.kilowatch.domain.Name;

/** Evidence that nothing can be computed from: it is no ZIP file, or a file in it is missing, added or changed. */
final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Name why;

    Unusable(String file, String zh, String en) {
        super(en);
        this.why = new Name(file + "：" + zh, file + ": " + en);
    }

    /** What is wrong, beginning with the file's name. */
    Name why() {
        return why;
    }
}
