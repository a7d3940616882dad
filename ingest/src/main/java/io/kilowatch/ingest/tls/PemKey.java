package io.kilowatch.ingest.tls;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key in PEM: PKCS 8, or one of the older forms of RSA and elliptic curves that OpenSSL writes. */
final class PemKey {
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN ((?:RSA |EC |ENCRYPTED )?PRIVATE KEY)-----([^-]+)-----END \\1-----", Pattern.DOTALL);
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final byte[] VERSION = {0x02, 0x01, 0x00};

    private PemKey() {}

    /**
     * Reads the first key in a file.
     *
     * @param file for faults
     * @param text what is in it
     * @param of the public key that it belongs to, whose algorithm it has
     */
    static PrivateKey read(Path file, String text, PublicKey of) throws TlsFault {
        Matcher block = BLOCK.matcher(text);
        if (!block.find()) {
            throw new TlsFault(file, "holds no private key in PEM");
        }
        if (block.group(1).startsWith("ENCRYPTED") || block.group(2).contains("ENCRYPTED")) {
            throw new TlsFault(
                    file, "has a passphrase; the gateway needs the key without one, in a file that only it reads");
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(block.group(2));
            byte[] pkcs8 = block.group(1).equals("PRIVATE KEY") ? bytes : wrapped(bytes, of);
            return KeyFactory.getInstance(of.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new TlsFault(file, "is no private key of the certificate's kind, " + of.getAlgorithm(), e);
        }
    }

    /** The older forms say nothing of the algorithm, or say it elsewhere; the public key has it. */
    private static byte[] wrapped(byte[] key, PublicKey of) {
        byte[] info = of.getEncoded();
        int start = contents(info, 0);
        byte[] algorithm = Arrays.copyOfRange(info, start, contents(info, start) + length(info, start));
        return der(SEQUENCE, VERSION, algorithm, der(OCTETS, key));
    }

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        all.write(tag);
        if (length >= 0x80) {
            int bytes = length > 0xFFFF ? 3 : length > 0xFF ? 2 : 1;
            all.write(0x80 | bytes);
            for (int i = bytes - 1; i >= 0; i--) {
                all.write(length >> 8 * i);
            }
        } else {
            all.write(length);
        }
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Where the contents of the element at a place begin. */
    private static int contents(byte[] der, int at) {
        int first = der[at + 1] & 0xFF;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7F);
    }

    /** How long they are. */
    private static int length(byte[] der, int at) {
        int first = der[at + 1] & 0xFF;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7F); i++) {
            length = length << 8 | der[at + 2 + i] & 0xFF;
        }
        return length;
    }
}
