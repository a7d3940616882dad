package io.kilowatch.ingest.access;

import io.kilowatch.ingest.guard.Source;
import io.kilowatch.ingest.tls.Presented;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks to come in.
 *
 * @param source where it comes from; empty for an address that is never locked out
 * @param user the user name that it gave, if any
 * @param password the password that it gave, if any
 * @param certificate the client certificate that it presented, if any; TLS has verified it
 */
public record Caller(
        Optional<Source> source,
        @Nullable String user,
        @Nullable String password,
        Optional<Presented> certificate) {
    /** Hides the password. */
    @Override
    public String toString() {
        return "Caller[source=" + source + ", user=" + user + ", certificate=" + certificate + "]";
    }
}
