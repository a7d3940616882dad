package io.kilowatch.registry.reference;

import io.kilowatch.domain.DataCode;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.ReadingSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The code words of the national upload record, each row with its source; figures do not depend on them. */
public final class UploadCodes {
    /** Their file. */
    public static final String FILE = "upload-codes.csv";

    private static final UploadCodes STANDARD = load();

    private final List<Row> rows;
    private final Map<String, Row> byCode = new HashMap<>();

    /**
     * One code word.
     *
     * @param kind what it is a code of
     * @param code its digits
     * @param name its names
     * @param readingSource what a reading collected in this way is; of ways of collecting only
     * @param verified whether it was read in its source
     * @param source where it is from
     */
    public record Row(
            Kind kind,
            String code,
            Name name,
            Optional<ReadingSource> readingSource,
            boolean verified,
            String source) {}

    /** What a code is of. */
    public enum Kind {
        /** 采集对象类型, the class within a {@link DataCode}. */
        ENERGY_CLASS,
        /** 用途, the last two digits of a {@link DataCode}. */
        USAGE,
        /** 数据采集来源, the field {@code inputType}. */
        INPUT_TYPE
    }

    private UploadCodes(List<Row> rows) {
        this.rows = List.copyOf(rows);
        rows.forEach(row -> byCode.put(key(row.kind(), row.code()), row));
    }

    /** Those that come with the program. */
    public static UploadCodes standard() {
        return STANDARD;
    }

    /** Every row. */
    public List<Row> rows() {
        return rows;
    }

    /** The row of a code. */
    public Optional<Row> find(Kind kind, String code) {
        return Optional.ofNullable(byCode.get(key(kind, code)));
    }

    private static String key(Kind kind, String code) {
        return kind.name() + ' ' + code;
    }

    private static UploadCodes load() {
        List<String> faults = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        try (InputStream stream = ReferenceFiles.open(FILE)) {
            for (CsvRow row : CsvRow.read(FILE, stream, faults)) {
                rows.add(row(row));
                faults.addAll(row.faults());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!faults.isEmpty()) {
            throw new ReferenceFiles.InvalidReferenceData(faults);
        }
        return new UploadCodes(rows);
    }

    private static Row row(CsvRow row) {
        Optional<ReadingSource> source = row.optionalText("reading_source").flatMap(word -> {
            Optional<ReadingSource> known = ReadingSource.parse(word);
            if (known.isEmpty()) {
                row.fault("reading_source", "\"" + word + "\" is no source of readings");
            }
            return known;
        });
        return new Row(
                row.one("kind", Kind.class),
                row.text("code"),
                row.name("name"),
                source,
                row.flag("verified"),
                row.text("source"));
    }
}
