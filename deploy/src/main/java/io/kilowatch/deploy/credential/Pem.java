package io.kilowatch.deploy.credential;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;

/** Keys, certificates and requests as PEM. */
final class Pem {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private Pem() {}

    /** A certificate, a revocation list or a public thing of that kind. */
    static String of(Object thing) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(thing);
        } catch (IOException e) {
            throw new IllegalStateException("cannot be written as PEM: " + thing, e);
        }
        return text.toString();
    }

    /** A private key in PKCS 8, encrypted if there is a passphrase. */
    static String of(PrivateKey key, Optional<String> passphrase) {
        try {
            return of(new JcaPKCS8Generator(key, passphrase.isEmpty() ? null : encryptor(passphrase.get())));
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("the key cannot be written", e);
        }
    }

    private static OutputEncryptor encryptor(String passphrase) throws OperatorCreationException {
        return new JceOpenSSLPKCS8EncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                .setProvider(PROVIDER)
                .setIterationCount(200_000)
                .setPassword(passphrase.toCharArray())
                .build();
    }

    static X509Certificate certificate(String pem) throws CredentialFault {
        Object read = read(pem);
        if (read instanceof X509CertificateHolder holder) {
            try {
                return new JcaX509CertificateConverter().getCertificate(holder);
            } catch (CertificateException e) {
                throw new CredentialFault("the certificate cannot be read: " + e.getMessage(), e);
            }
        }
        throw new CredentialFault("is no certificate in PEM");
    }

    /** A request for a certificate. */
    static PKCS10CertificationRequest request(String pem) throws CredentialFault {
        if (read(pem) instanceof PKCS10CertificationRequest request) {
            return request;
        }
        throw new CredentialFault("is no certificate request (CSR) in PEM");
    }

    static PrivateKey key(String pem, Optional<String> passphrase) throws CredentialFault {
        try {
            Object read = read(pem);
            PrivateKeyInfo info;
            if (read instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
                if (passphrase.isEmpty()) {
                    throw new CredentialFault("the CA's key has a passphrase; give it in KILOWATCH_CA_PASSPHRASE");
                }
                info = encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                        .setProvider(PROVIDER)
                        .build(passphrase.get().toCharArray()));
            } else if (read instanceof PrivateKeyInfo plain) {
                info = plain;
            } else if (read instanceof PEMKeyPair pair) {
                info = pair.getPrivateKeyInfo();
            } else {
                throw new CredentialFault("is no private key in PEM");
            }
            return new JcaPEMKeyConverter().getPrivateKey(info);
        } catch (IOException | OperatorCreationException e) {
            throw new CredentialFault("the key cannot be read: " + e.getMessage(), e);
        } catch (PKCSException e) {
            throw new CredentialFault("the passphrase of the CA's key is wrong", e);
        }
    }

    private static @Nullable Object read(String pem) throws CredentialFault {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            return parser.readObject();
        } catch (IOException e) {
            throw new CredentialFault("is no PEM: " + e.getMessage(), e);
        }
    }
}
