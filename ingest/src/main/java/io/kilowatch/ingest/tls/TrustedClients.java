package io.kilowatch.ingest.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whose client certificates are trusted: the CAs that are in their own dates, less what their lists revoke.
 *
 * <p>A list that is past its next update still revokes what it names, and nothing else.
 */
final class TrustedClients {
    static final TrustedClients NOBODY = of(List.of(), List.of());

    private static final int MOST_REMEMBERED = 50_000;

    private final List<X509Certificate> anchors;
    private final List<X509CRL> lists;
    private final @Nullable X509ExtendedTrustManager manager;
    private final Set<X509Certificate> remembered = ConcurrentHashMap.newKeySet();

    private TrustedClients(
            List<X509Certificate> anchors, List<X509CRL> lists, @Nullable X509ExtendedTrustManager manager) {
        this.anchors = anchors;
        this.lists = lists;
        this.manager = manager;
    }

    /**
     * Those that are trusted now.
     *
     * @param authorities CAs, of any dates
     * @param lists revocation lists, each signed by one of them
     */
    static TrustedClients of(List<X509Certificate> authorities, List<X509CRL> lists) {
        List<X509Certificate> anchors = authorities.stream()
                .filter(TrustedClients::isInItsDates)
                .filter(ca -> lists.stream().noneMatch(list -> list.isRevoked(ca)))
                .toList();
        return new TrustedClients(anchors, List.copyOf(lists), anchors.isEmpty() ? null : manager(anchors));
    }

    private static boolean isInItsDates(X509Certificate certificate) {
        try {
            certificate.checkValidity();
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    private static X509ExtendedTrustManager manager(List<X509Certificate> anchors) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < anchors.size(); i++) {
                store.setCertificateEntry("ca-" + i, anchors.get(i));
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            for (TrustManager found : factory.getTrustManagers()) {
                if (found instanceof X509ExtendedTrustManager extended) {
                    return extended;
                }
            }
            throw new IllegalStateException("this JDK verifies no certificates");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this JDK cannot keep CAs in memory", e);
        }
    }

    /** The CAs, as clients are told them. */
    List<X509Certificate> anchors() {
        return anchors;
    }

    /** Throws unless a chain is trusted. */
    void check(X509Certificate[] chain, String type, @Nullable SSLEngine engine) throws CertificateException {
        if (manager == null) {
            throw new CertificateException("no CA of clients is in its dates");
        }
        for (X509Certificate certificate : chain) {
            if (lists.stream().anyMatch(list -> list.isRevoked(certificate))) {
                throw new CertificateException(
                        "revoked: " + certificate.getSubjectX500Principal() + " #" + certificate.getSerialNumber());
            }
        }
        if (engine == null) {
            manager.checkClientTrusted(chain, type);
        } else {
            manager.checkClientTrusted(chain, type, engine);
        }
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.add(chain[0]);
    }

    /** Whether a chain is trusted; one that was before is remembered, so that a resumed session costs little. */
    boolean trust(Presented presented) {
        if (remembered.contains(presented.leaf())) {
            return true;
        }
        try {
            X509Certificate[] chain = presented.chain().toArray(X509Certificate[]::new);
            check(chain, chain[0].getPublicKey().getAlgorithm(), null);
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    /** Whether the same CAs and lists are trusted. */
    boolean isLike(TrustedClients other) {
        return anchors.equals(other.anchors) && lists.equals(other.lists);
    }

    /** When the first of its lists should be replaced, in milliseconds since 1970; empty if none says so. */
    List<Long> nextUpdates() {
        List<Long> moments = new ArrayList<>();
        lists.forEach(list -> {
            if (list.getNextUpdate() != null) {
                moments.add(list.getNextUpdate().getTime());
            }
        });
        return moments;
    }

    @Override
    public String toString() {
        return Arrays.toString(anchors.stream()
                .map(ca -> ca.getSubjectX500Principal().getName())
                .toArray());
    }
}
