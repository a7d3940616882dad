package io.kilowatch.aggregator.evidence.verify;

import io.kilowatch.aggregator.evidence.file.Entries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A ZIP file whose manifest lists every file in it, and whose files are those listed, byte by byte. */
final class SealedFile implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S+)");
    private static final int LARGEST_IN_MEMORY = 64 << 20;

    private final ZipFile zip;

    private SealedFile(ZipFile zip) {
        this.zip = zip;
    }

    /** Opens one and checks it as a whole. */
    static SealedFile open(Path path) throws Unusable {
        SealedFile file;
        try {
            file = new SealedFile(new ZipFile(path.toFile(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Unusable(
                    path.toString(), "不是可读的 ZIP 文件：" + e.getMessage(), "is no readable ZIP file: " + e.getMessage());
        }
        try {
            file.check();
            return file;
        } catch (Unusable e) {
            file.close();
            throw e;
        }
    }

    private void check() throws Unusable {
        List<String> names = zip.stream().map(ZipEntry::getName).toList();
        Set<String> present = new TreeSet<>(names);
        if (present.size() != names.size()) {
            String twice = names.stream()
                    .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                    .collect(Collectors.joining(", "));
            throw new Unusable(twice, "出现两次", "is there twice");
        }
        Map<String, String> manifest = manifest();
        for (String name : present) {
            if (!manifest.containsKey(name) && !name.equals(Entries.MANIFEST)) {
                throw new Unusable(name, "不在清单中，是后来加入的", "is not in the manifest; it was added");
            }
        }
        for (Map.Entry<String, String> listed : manifest.entrySet()) {
            if (!present.contains(listed.getKey())) {
                throw new Unusable(listed.getKey(), "缺失", "is missing");
            }
            if (!hash(listed.getKey()).equals(listed.getValue())) {
                throw new Unusable(listed.getKey(), "内容已被改动（SHA-256 不符）", "was changed (its SHA-256 is another)");
            }
        }
    }

    /** Refuses a file that lacks one of those that evidence consists of. */
    void requireAll() throws Unusable {
        Map<String, String> manifest = manifest();
        for (String name : Entries.LISTED) {
            if (!manifest.containsKey(name)) {
                throw new Unusable(name, "清单 manifest.sha256 未列出", "is not listed in manifest.sha256");
            }
        }
    }

    private Map<String, String> manifest() throws Unusable {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String line : new String(bytes(Entries.MANIFEST), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches() || hashes.put(matcher.group(2), matcher.group(1)) != null) {
                throw new Unusable(Entries.MANIFEST, "此行无法读取：" + line, "cannot be read at: " + line);
            }
        }
        return hashes;
    }

    private String hash(String name) throws Unusable {
        try (InputStream stream = stream(name)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (DigestInputStream hashed = new DigestInputStream(stream, digest)) {
                hashed.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw unreadable(name, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    private static Unusable unreadable(String name, IOException e) {
        return new Unusable(name, "无法读取：" + e.getMessage(), "cannot be read: " + e.getMessage());
    }

    /** A file's content as a stream. */
    InputStream stream(String name) throws Unusable {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new Unusable(name, "缺失", "is missing");
        }
        try {
            return zip.getInputStream(entry);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** The content of a file that fits into memory. */
    byte[] bytes(String name) throws Unusable {
        try (InputStream stream = stream(name)) {
            byte[] bytes = stream.readNBytes(LARGEST_IN_MEMORY);
            if (stream.read() >= 0) {
                throw new Unusable(name, "过大", "is too large");
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
