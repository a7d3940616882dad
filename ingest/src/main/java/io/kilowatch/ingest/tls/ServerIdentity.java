package io.kilowatch.ingest.tls;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.impl.KeyStoreHelper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The gateway's own certificate with its key.
 *
 * @param key the private key
 * @param chain the certificate, then those of the CAs that signed it, as they are sent
 */
record ServerIdentity(PrivateKey key, List<X509Certificate> chain) {
    ServerIdentity {
        chain = List.copyOf(chain);
    }

    /** Reads a certificate and its key in PEM, and checks that they belong together. */
    static ServerIdentity read(Path certificate, Path key, Vertx vertx) throws TlsFault {
        byte[] certificates = bytes(certificate);
        List<X509Certificate> chain = PemFolder.certificates(certificate, certificates);
        ServerIdentity identity = new ServerIdentity(key(key, certificates, vertx), chain);
        if (!identity.belongTogether()) {
            throw new TlsFault(key, "is not the key of " + certificate);
        }
        return identity;
    }

    private static byte[] bytes(Path file) throws TlsFault {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new TlsFault(file, "cannot be read", e);
        }
    }

    private static PrivateKey key(Path file, byte[] certificates, Vertx vertx) throws TlsFault {
        PemKeyCertOptions pem = new PemKeyCertOptions()
                .setKeyValue(Buffer.buffer(bytes(file)))
                .setCertValue(Buffer.buffer(certificates));
        try {
            KeyStore store = pem.loadKeyStore(vertx);
            String alias = store.aliases().nextElement();
            return (PrivateKey) store.getKey(alias, KeyStoreHelper.DUMMY_PASSWORD.toCharArray());
        } catch (Exception e) {
            throw new TlsFault(file, "is no private key in PEM, without a passphrase", e);
        }
    }

    private boolean belongTogether() {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        byte[] proof = {1, 2, 3};
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(proof);
            byte[] signed = signature.sign();
            signature.initVerify(chain.get(0).getPublicKey());
            signature.update(proof);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    X509Certificate leaf() {
        return chain.get(0);
    }

    /** Hides the key. */
    @Override
    public String toString() {
        return "ServerIdentity[" + leaf().getSubjectX500Principal() + "]";
    }
}
