package io.kilowatch.aggregator.evidence.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP file whose last entry lists the SHA-256 of every other, as {@code sha256sum} does. */
final class Sealed implements AutoCloseable {
    /** The earliest that a ZIP file can say, so that the same data gives the same bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final Map<String, String> hashes = new TreeMap<>();

    Sealed(OutputStream stream) {
        this.zip = new ZipOutputStream(stream, StandardCharsets.UTF_8);
    }

    /** What writes one file. */
    @FunctionalInterface
    interface Body {
        void write(OutputStream stream) throws Exception;
    }

    void add(String name, Body body) throws Exception {
        zip.putNextEntry(entry(name));
        MessageDigest digest = sha256();
        OutputStream stream = new DigestOutputStream(zip, digest);
        body.write(stream);
        stream.flush();
        zip.closeEntry();
        hashes.put(name, HexFormat.of().formatHex(digest.digest()));
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    /** Writes the list of hashes and ends the file; the stream stays open. */
    @Override
    public void close() throws IOException {
        StringBuilder manifest = new StringBuilder();
        hashes.forEach(
                (name, hash) -> manifest.append(hash).append("  ").append(name).append('\n'));
        zip.putNextEntry(entry(Entries.MANIFEST));
        zip.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }
}
