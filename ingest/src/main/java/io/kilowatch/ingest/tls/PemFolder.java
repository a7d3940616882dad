package io.kilowatch.ingest.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The certificates or revocation lists in the files of a folder, each file with one or more, in PEM or DER. */
final class PemFolder {
    private static final Set<String> CERTIFICATES = Set.of("pem", "crt", "cer");
    private static final Set<String> LISTS = Set.of("pem", "crl");

    private PemFolder() {}

    /** The CAs in a folder; certificates of others are passed over. */
    static List<X509Certificate> authorities(Path folder) throws TlsFault {
        List<X509Certificate> found = new ArrayList<>();
        for (var file : files(folder, CERTIFICATES).entrySet()) {
            for (X509Certificate certificate : certificates(file.getKey(), file.getValue())) {
                if (certificate.getBasicConstraints() >= 0) {
                    found.add(certificate);
                }
            }
        }
        return found;
    }

    /** The revocation lists in a folder. */
    static List<X509CRL> lists(Path folder) throws TlsFault {
        List<X509CRL> found = new ArrayList<>();
        for (var file : files(folder, LISTS).entrySet()) {
            try {
                factory()
                        .generateCRLs(new ByteArrayInputStream(file.getValue()))
                        .forEach(list -> found.add((X509CRL) list));
            } catch (CRLException e) {
                throw new TlsFault(file.getKey(), "is no revocation list in PEM or DER", e);
            }
        }
        return found;
    }

    /** The certificates in a file, at least one. */
    static List<X509Certificate> certificates(Path file, byte[] bytes) throws TlsFault {
        try {
            Collection<? extends Certificate> read = factory().generateCertificates(new ByteArrayInputStream(bytes));
            if (read.isEmpty()) {
                throw new TlsFault(file, "holds no certificate");
            }
            return read.stream().map(X509Certificate.class::cast).toList();
        } catch (CertificateException e) {
            throw new TlsFault(file, "is no certificate in PEM or DER", e);
        }
    }

    private static TreeMap<Path, byte[]> files(Path folder, Set<String> endings) throws TlsFault {
        TreeMap<Path, byte[]> contents = new TreeMap<>();
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path file : inside.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                if (endings.contains(name.substring(name.lastIndexOf('.') + 1)) && !name.startsWith(".")) {
                    contents.put(file, Files.readAllBytes(file));
                }
            }
            return contents;
        } catch (IOException e) {
            throw new TlsFault(folder, "is a folder that cannot be read", e);
        }
    }

    private static CertificateFactory factory() {
        try {
            return CertificateFactory.getInstance("X.509");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no X.509", e);
        }
    }
}
