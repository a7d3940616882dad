package io.kilowatch.ingest;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A CA for tests, with certificates of any dates. */
public final class TestAuthority {
    private static final AtomicInteger SERIALS = new AtomicInteger(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final KeyPair pair = pair();
    private final X509Certificate certificate;

    /**
     * A certificate and its key.
     *
     * @param certificate the certificate
     * @param pair the key
     */
    public record Leaf(X509Certificate certificate, KeyPair pair) {}

    /** A CA that is in its dates. */
    public TestAuthority(String name) {
        this(name, Instant.now().minus(DAY), Instant.now().plus(DAY));
    }

    /** A CA of given dates. */
    public TestAuthority(String name, Instant from, Instant to) {
        X500Principal subject = new X500Principal(name);
        this.certificate = sign(
                new JcaX509v3CertificateBuilder(
                        subject, serial(), Date.from(from), Date.from(to), subject, pair.getPublic()),
                true);
    }

    /** Its certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** A certificate for 127.0.0.1 or a device, in its dates. */
    public Leaf leaf(String subject) {
        return leaf(subject, Instant.now().minus(DAY), Instant.now().plus(DAY));
    }

    /** A certificate of given dates. */
    public Leaf leaf(String subject, Instant from, Instant to) {
        KeyPair own = pair();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                certificate.getSubjectX500Principal(),
                serial(),
                Date.from(from),
                Date.from(to),
                new X500Principal(subject),
                own.getPublic());
        return new Leaf(sign(builder, false), own);
    }

    private X509Certificate sign(JcaX509v3CertificateBuilder builder, boolean ca) {
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
            if (ca) {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            } else {
                GeneralNames names = new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
                builder.addExtension(Extension.subjectAlternativeName, false, names);
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A list that revokes certificates, with its next update a day from now. */
    public X509CRL list(Leaf... revoked) {
        return list(Instant.now().plus(DAY), revoked);
    }

    /** A list that revokes certificates. */
    public X509CRL list(Instant next, Leaf... revoked) {
        try {
            JcaX509v2CRLBuilder builder = new JcaX509v2CRLBuilder(
                    certificate.getSubjectX500Principal(), Date.from(next.minus(Duration.ofDays(2))));
            builder.setNextUpdate(Date.from(next));
            for (Leaf leaf : revoked) {
                builder.addCRLEntry(leaf.certificate().getSerialNumber(), new Date(0), CRLReason.keyCompromise);
            }
            return new JcaX509CRLConverter()
                    .getCRL(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes certificates, lists or keys as PEM, one after the other. */
    public static Path write(Path file, Object... things) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object thing : things) {
                writer.writeObject(thing);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.writeString(file, text.toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger serial() {
        return BigInteger.valueOf(SERIALS.getAndIncrement());
    }
}
