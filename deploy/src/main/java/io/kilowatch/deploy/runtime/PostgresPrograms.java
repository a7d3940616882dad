package io.kilowatch.deploy.runtime;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs packed with Kilowatch for this platform, unpacked once into a folder named by their digest. */
final class PostgresPrograms {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresPrograms.class);

    private PostgresPrograms() {}

    /** The folder of {@code postgres} and {@code initdb}, unpacked under the given folder if it is not there yet. */
    static Path unpackedInto(Path folder) {
        String archive = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        try (InputStream packed = PostgresPrograms.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new CannotStart("this jar has no PostgreSQL for " + System.getProperty("os.name") + " on "
                        + System.getProperty("os.arch") + " (" + archive + "); use a server of your own with "
                        + "--database-url, or a jar built on this kind of machine or with -Dplatforms=all");
            }
            byte[] bytes = packed.readAllBytes();
            Path target = folder.resolve("server-" + digest(bytes));
            if (!Files.exists(target)) {
                LOG.info("unpacking PostgreSQL [folder: {}]", target);
                Path fresh = Files.createTempDirectory(folder, "unpacking-");
                unpack(bytes, fresh);
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
                makeSearchable(target);
            }
            return target.resolve("bin");
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL could not be unpacked into " + folder + ": " + e, e);
        }
    }

    /** The archive's name for a value of {@code os.name} and of {@code os.arch}. */
    static String archiveName(String system, String machine) {
        String name = system.toLowerCase(Locale.ROOT);
        String family = name.contains("windows") ? "windows" : name.contains("mac") ? "darwin" : "linux";
        String processor = switch (machine.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> machine.toLowerCase(Locale.ROOT);
        };
        return "postgres-" + family + "-" + processor + ".txz";
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void unpack(byte[] archive, Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException("the archive leaves its folder: " + entry.getName());
                }
                write(tar, entry, path);
            }
        }
    }

    private static void write(InputStream content, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            try {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } catch (FileAlreadyExistsException e) {
                throw new IOException("the archive has " + entry.getName() + " twice", e);
            }
            return;
        }
        Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0) {
            path.toFile().setExecutable(true, false);
        }
    }

    /** A temporary folder is its owner's alone; the server may have to run as somebody else. */
    private static void makeSearchable(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
