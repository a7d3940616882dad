package io.kilowatch.ingest.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Whose client certificates are trusted at the moment, for handshakes and for sessions that are open. */
public final class ClientTrust {
    private volatile TrustedClients current;

    ClientTrust(TrustedClients current) {
        this.current = current;
    }

    /** Trust in nobody, for a gateway without client certificates. */
    public static ClientTrust nobody() {
        return new ClientTrust(TrustedClients.NOBODY);
    }

    void become(TrustedClients trusted) {
        current = trusted;
    }

    TrustedClients current() {
        return current;
    }

    /**
     * Whether a certificate that TLS has accepted once is trusted still: in its dates, its CA trusted, not revoked. It is
     * verified anew only after CAs or lists have changed.
     */
    public boolean stands(Presented presented) {
        TrustedClients now = current;
        try {
            presented.leaf().checkValidity();
        } catch (CertificateException e) {
            return false;
        }
        if (presented.isVerifiedBy(now)) {
            return true;
        }
        boolean trusted = now.trust(presented);
        if (trusted) {
            presented.verified(now);
        }
        return trusted;
    }

    /** What handshakes ask. */
    X509ExtendedTrustManager forHandshakes() {
        return new Handshakes();
    }

    private final class Handshakes extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            current.check(chain, type, engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            current.check(chain, type, null);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            current.check(chain, type, null);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return current.anchors().toArray(X509Certificate[]::new);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("servers are not asked here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
                throws CertificateException {
            throw new CertificateException("servers are not asked here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("servers are not asked here");
        }
    }
}
