package io.kilowatch.ingest.tls;

import io.kilowatch.platform.security.SubjectName;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client certificate with its chain, as a client presented it. */
public final class Presented {
    private final List<X509Certificate> chain;
    private final String subject;
    private volatile @Nullable TrustedClients verifiedBy;

    /** A chain, the client's own certificate first. */
    public Presented(List<X509Certificate> chain) {
        this.chain = List.copyOf(chain);
        this.subject = SubjectName.of(chain.get(0).getSubjectX500Principal());
    }

    /** The subject, as {@link SubjectName} writes it. */
    public String subject() {
        return subject;
    }

    List<X509Certificate> chain() {
        return chain;
    }

    X509Certificate leaf() {
        return chain.get(0);
    }

    boolean isVerifiedBy(TrustedClients trusted) {
        return verifiedBy == trusted;
    }

    void verified(TrustedClients by) {
        verifiedBy = by;
    }

    @Override
    public String toString() {
        return subject + " #" + leaf().getSerialNumber().toString(16);
    }
}
