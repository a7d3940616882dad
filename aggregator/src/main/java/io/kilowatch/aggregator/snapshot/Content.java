package io.kilowatch.aggregator.snapshot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The canonical JSON of a snapshot, written enterprise by enterprise and hashed on the way. */
final class Content implements AutoCloseable {
    /** What its field {@code format} says. */
    static final String FORMAT = "kilowatch-snapshot/1";

    private final DigestOutputStream stream;
    private final byte[] tail;
    private boolean first = true;

    /**
     * One that begins.
     *
     * @param target where it is written to; it stays open
     */
    Content(int year, Scope scope, String reference, OutputStream target) throws IOException {
        try {
            this.stream = new DigestOutputStream(target, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
        byte[] frame = frame(year, scope, reference);
        int split = new String(frame, StandardCharsets.ISO_8859_1).indexOf('[') + 1;
        stream.write(frame, 0, split);
        this.tail = Arrays.copyOfRange(frame, split, frame.length);
    }

    /** A snapshot of nobody; {@code enterprises} is the first of its fields. */
    private static byte[] frame(int year, Scope scope, String reference) {
        ObjectNode json = CanonicalJson.JSON
                .createObjectNode()
                .put("format", FORMAT)
                .put("year", year)
                .put("scope", scope.toString())
                .put("reference", reference);
        json.putArray("enterprises");
        return CanonicalJson.bytes(json);
    }

    /** Adds the canonical bytes of the next enterprise, in the order of their codes. */
    void add(byte[] enterprise) throws IOException {
        if (!first) {
            stream.write(',');
        }
        first = false;
        stream.write(enterprise);
    }

    /** Writes the end. */
    @Override
    public void close() throws IOException {
        stream.write(tail);
        stream.flush();
    }

    /** The SHA-256 of all of it, once it is closed; to be called once. */
    String sha256() {
        return HexFormat.of().formatHex(stream.getMessageDigest().digest());
    }
}
