package io.kilowatch.aggregator.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.kilowatch.aggregator.evidence.file.EvidencePack;
import io.kilowatch.registry.reference.ReferenceData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A ZIP file of evidence taken apart, to be changed and put together again. */
public final class Packed {
    private static final String MANIFEST = "manifest.sha256";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** The bytes of a figure's evidence. */
    public static byte[] bytes(MemoryArchive archive, Figure figure) throws Exception {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        EvidencePack.write(dossier(archive, figure), archive, stream);
        return stream.toByteArray();
    }

    /** What is gathered of a figure. */
    public static Dossier dossier(MemoryArchive archive, Figure figure) throws Exception {
        Gathering.Gathered gathered = new Gathering(Smelter.RULES, ReferenceData.standard()).gather(archive, figure);
        return ((Gathering.Gathered.Found) gathered).dossier();
    }

    public static Packed of(byte[] zip) throws IOException {
        Packed packed = new Packed();
        try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                packed.files.put(entry.getName(), stream.readAllBytes());
            }
        }
        return packed;
    }

    /** The names of the files, in their order. */
    public Iterable<String> names() {
        return files.keySet();
    }

    public String text(String name) {
        return new String(requireNonNull(files.get(name), name), UTF_8);
    }

    public Packed with(String name, String text) {
        files.put(name, text.getBytes(UTF_8));
        return this;
    }

    public Packed without(String name) {
        files.remove(name);
        return this;
    }

    /** Changes a file; throws if that changes nothing. */
    public Packed changing(String name, UnaryOperator<String> change) {
        String before = text(name);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("nothing was changed in " + name);
        }
        return with(name, after);
    }

    /** Writes the manifest anew, as one who wants to deceive would. */
    public Packed sealedAgain() throws Exception {
        StringBuilder manifest = new StringBuilder();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (!file.getKey().equals(MANIFEST)) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(file.getValue());
                manifest.append(HexFormat.of().formatHex(hash))
                        .append("  ")
                        .append(file.getKey())
                        .append('\n');
            }
        }
        return with(MANIFEST, manifest.toString());
    }

    public byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream stream = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                stream.putNextEntry(new ZipEntry(file.getKey()));
                stream.write(file.getValue());
                stream.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
