package io.kilowatch.deploy.credential;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;

/** New key pairs, and how they sign. */
final class Keys {
    /** The kinds of key there are: P-256, or RSA with 2,048 bits for devices that know nothing else. */
    static final List<String> KINDS = List.of("ec", "rsa");

    private Keys() {}

    static KeyPair pair(String kind) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind.equals("ec") ? "EC" : "RSA");
            if (kind.equals("ec")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                generator.initialize(2_048);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK makes no keys of kind " + kind, e);
        }
    }

    static String signature(PrivateKey key) {
        return key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    }
}
