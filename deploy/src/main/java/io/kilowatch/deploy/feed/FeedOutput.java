package io.kilowatch.deploy.feed;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * A feed file to be written; until it is complete it is called {@code FILE.part}.
 *
 * @param path ends in {@code .jsonl}, or in {@code .jsonl.gz} for one that is compressed
 * @param overwrite whether a file that is there is replaced
 */
public record FeedOutput(Path path, boolean overwrite) {
    static final Option<Path> OUT =
            Option.of("out", "FILE", "", "the file to write, .jsonl or .jsonl.gz", FeedOutput::checked);
    static final Option<Boolean> OVERWRITE = Option.flag("overwrite", "replace a file that is there");
    static final List<Option<?>> OPTIONS = List.of(OUT, OVERWRITE);

    private static final int BUFFER = 1 << 16;

    /** From the settings; to be read last, because there is no default. */
    static FeedOutput from(Settings settings) {
        FeedOutput file = new FeedOutput(settings.value(OUT).toAbsolutePath(), settings.value(OVERWRITE));
        if (Files.exists(file.path) && !file.overwrite) {
            settings.fault(file.path + " is there already; give --overwrite to replace it, or another --out");
        }
        return file;
    }

    private static Path checked(String text) {
        if (!text.endsWith(".jsonl") && !text.endsWith(".jsonl.gz")) {
            throw new IllegalArgumentException("give a file that ends in .jsonl or .jsonl.gz");
        }
        return Path.of(text);
    }

    /** Where it is written until it is complete. */
    Path part() {
        return path.resolveSibling(path.getFileName() + ".part");
    }

    /** Begins it, in place of what an earlier attempt left. */
    FeedWriter begin(BusinessCalendar calendar) throws IOException {
        Files.createDirectories(path.resolveSibling(""));
        OutputStream plain = Files.newOutputStream(part());
        try {
            boolean packed = path.toString().endsWith(".gz");
            OutputStream out = packed ? new GZIPOutputStream(plain, BUFFER) : plain;
            return new FeedWriter(new BufferedOutputStream(out, BUFFER), calendar);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /** Gives it its name, once the writer is closed. */
    void complete() throws IOException {
        CopyOption[] how = overwrite ? new CopyOption[] {StandardCopyOption.REPLACE_EXISTING} : new CopyOption[0];
        Files.move(part(), path, how);
    }
}
