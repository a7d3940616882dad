package io.kilowatch.simulators.feed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The formats of feeds, known by the ending of a file's name; {@code .gz} may follow those of texts. */
public enum FeedFormat {
    /** Lines cut by a delimiter (RFC 4180), with a header. */
    CSV("csv", "txt", "tsv"),
    /** A JSON object on each line. */
    JSONL("jsonl", "ndjson"),
    /** An Excel workbook, with a header in one of its sheets. */
    XLSX("xlsx");

    private static final int BUFFER = 16 * 1024;
    private static final String PACKED = ".gz";

    private final List<String> endings;

    FeedFormat(String... endings) {
        this.endings = List.of(endings);
    }

    /** The word used in mappings. */
    String word() {
        return endings.get(0);
    }

    /** The format that a file's name tells. */
    static Optional<FeedFormat> of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String plain = name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name;
        return Arrays.stream(values())
                .filter(format -> format.endings.stream().anyMatch(ending -> plain.endsWith('.' + ending)))
                .findFirst();
    }

    /** The rows of a file as a mapping wants them. */
    Rows open(Path file, FeedMapping mapping) throws IOException {
        return switch (this) {
            case CSV -> new CsvRows(text(file), mapping.layout());
            case JSONL -> new JsonRows(text(file), mapping.named());
            case XLSX -> XlsxRows.open(file, mapping.layout());
        };
    }

    /** The text of a file, unpacked if it is packed. */
    static InputStream text(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return file.toString().toLowerCase(Locale.ROOT).endsWith(PACKED)
                    ? new GZIPInputStream(in, BUFFER)
                    : new BufferedInputStream(in, BUFFER);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
