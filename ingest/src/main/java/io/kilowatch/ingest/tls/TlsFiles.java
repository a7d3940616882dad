package io.kilowatch.ingest.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what clients are trusted by from the files that a configuration names. */
final class TlsFiles {
    private TlsFiles() {}

    /** The CAs of clients. */
    static List<X509Certificate> authorities(TlsConfig config) throws TlsFault {
        Optional<Path> folder = config.clientCas();
        return folder.isEmpty() ? List.of() : PemFolder.authorities(folder.get());
    }

    /** The revocation lists, each signed by one of the CAs; those of others are left out. */
    static List<X509CRL> lists(TlsConfig config, List<X509Certificate> authorities) throws TlsFault {
        Optional<Path> folder = config.clientLists();
        List<X509CRL> signed = new ArrayList<>();
        for (X509CRL list : folder.isEmpty() ? List.<X509CRL>of() : PemFolder.lists(folder.get())) {
            boolean ours = authorities.stream()
                    .filter(ca -> ca.getSubjectX500Principal().equals(list.getIssuerX500Principal()))
                    .anyMatch(ca -> isSignedBy(list, ca));
            if (ours) {
                signed.add(list);
            }
        }
        return signed;
    }

    private static boolean isSignedBy(X509CRL list, X509Certificate ca) {
        try {
            list.verify(ca.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
