package io.kilowatch.aggregator.evidence.file;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A CSV file that is written row by row, with a header and line feeds; closing it leaves the stream open. */
final class Table implements AutoCloseable {
    private static final ObjectWriter CSV = new CsvMapper()
            .writer()
            .with(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .without(StreamWriteFeature.AUTO_CLOSE_TARGET);

    private final SequenceWriter rows;

    Table(OutputStream stream, List<String> columns) throws IOException {
        this.rows = CSV.writeValues(stream);
        row(columns.toArray(String[]::new));
    }

    void row(String... cells) throws IOException {
        rows.write(cells);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
