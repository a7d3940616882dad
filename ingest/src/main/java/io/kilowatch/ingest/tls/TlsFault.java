package io.kilowatch.ingest.tls;

import java.nio.file.Path;

/** A file of TLS that cannot be used; the message says which one, why, and what is wanted. */
public final class TlsFault extends Exception {
    private static final long serialVersionUID = 1L;

    TlsFault(Path file, String why) {
        super(file + ": " + why);
    }

    TlsFault(Path file, String why, Throwable cause) {
        super(file + ": " + why + " (" + cause.getMessage() + ")", cause);
    }
}
