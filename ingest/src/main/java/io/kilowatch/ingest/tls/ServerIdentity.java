package io.kilowatch.ingest.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
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
    static ServerIdentity read(Path certificate, Path key) throws TlsFault {
        List<X509Certificate> chain = PemFolder.certificates(certificate, bytes(certificate));
        String pem = new String(bytes(key), StandardCharsets.UTF_8);
        ServerIdentity identity =
                new ServerIdentity(PemKey.read(key, pem, chain.get(0).getPublicKey()), chain);
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
