package io.kilowatch.registry.reference;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;

/** Rows of the reference data that comes with the program, as they stand in its files, to be handed on. */
public final class ReferenceExtract {
    private static final CsvMapper CSV = new CsvMapper();
    private static final ObjectReader ROWS = CSV.readerFor(String[].class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .with(CsvParser.Feature.SKIP_EMPTY_LINES);
    private static final ObjectWriter WRITER = CSV.writer().with(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING);

    private ReferenceExtract() {}

    /** The rows of some carriers in {@code carriers.csv}. */
    public static byte[] carriers(Set<String> carriers) {
        return rows("carriers.csv", carriers);
    }

    /** The rows of some carriers in {@code carrier-factors.csv}, all editions. */
    public static byte[] carrierFactors(Set<String> carriers) {
        return rows("carrier-factors.csv", carriers);
    }

    /** The rows of some quotas in {@code quotas.csv}, all editions. */
    public static byte[] quotas(Set<String> quotas) {
        return rows("quotas.csv", quotas);
    }

    private static byte[] rows(String file, Set<String> ids) {
        ByteArrayOutputStream extract = new ByteArrayOutputStream();
        try (InputStream stream = ReferenceFiles.open(file);
                MappingIterator<String[]> rows = ROWS.readValues(stream);
                SequenceWriter written = WRITER.writeValues(extract)) {
            boolean heading = true;
            while (rows.hasNextValue()) {
                String[] row = rows.nextValue();
                if (heading || ids.contains(row[0].strip())) {
                    written.write(row);
                }
                heading = false;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return extract.toByteArray();
    }
}
