package io.kilowatch.aggregator.snapshot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/**
 * A snapshot as a file of two lines: a head, and the canonical JSON without a line's end after it, so that
 * {@code tail -n +2 FILE | sha256sum} gives its hash.
 */
public final class SnapshotFile {
    /** What the head's field {@code format} says. */
    static final String FORMAT = "kilowatch-snapshot-head/1";

    /** No head is longer. */
    static final int LONGEST_HEAD = 1 << 16;

    private SnapshotFile() {}

    /** Whether a file begins as one does; one that cannot be read does not. */
    public static boolean is(Path path) {
        byte[] begin = "{\"by\":".getBytes(StandardCharsets.UTF_8);
        try (InputStream stream = Files.newInputStream(path)) {
            return Arrays.equals(stream.readNBytes(begin.length), begin);
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes a snapshot into a file, in place of one that is there. */
    public static void write(SnapshotDesk desk, Snapshot snapshot, Path file) throws Exception {
        Path target = file.toAbsolutePath();
        Path part = Files.createTempFile(target.getParent(), "snapshot-", ".part");
        try {
            String written;
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                stream.write(head(snapshot));
                stream.write('\n');
                written = desk.write(snapshot, stream);
            }
            if (!written.equals(snapshot.sha256())) {
                throw new IllegalStateException("snapshot " + snapshot.id() + " is not what was frozen: its SHA-256 is "
                        + written + ", not " + snapshot.sha256());
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** The first line, without its end. */
    static byte[] head(Snapshot snapshot) {
        ObjectNode json = CanonicalJson.JSON
                .createObjectNode()
                .put("format", FORMAT)
                .put("id", snapshot.id())
                .put("year", snapshot.year())
                .put("scope", snapshot.scope().toString())
                .put("takenAt", snapshot.takenAt().toString())
                .put("by", snapshot.by())
                .put("note", snapshot.note())
                .put("reference", snapshot.reference())
                .put("sha256", snapshot.sha256())
                .put("enterprises", snapshot.enterprises())
                .put("figures", snapshot.figures());
        return CanonicalJson.bytes(json);
    }
}
