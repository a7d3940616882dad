package io.kilowatch.simulators.feed;

import io.kilowatch.platform.config.InvalidSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of a file seen through a mapping. */
final class MappedRows implements ReadingRows {
    private final Rows rows;
    private final RowReader reader;

    private MappedRows(Rows rows, RowReader reader) {
        this.rows = rows;
        this.reader = reader;
    }

    /**
     * Of a file.
     *
     * @throws InvalidSettings if the file does not fit the mapping
     */
    static MappedRows open(Path file, FeedMapping mapping) throws IOException {
        FeedFormat format = mapping.layout()
                .format()
                .or(() -> FeedFormat.of(file))
                .orElseThrow(() -> unfit(file, "its name does not tell its format; give format: csv, jsonl or xlsx"));
        try {
            Rows rows = format.open(file, mapping);
            try {
                return new MappedRows(
                        rows, new RowReader(mapping, mapping.device().of(file), rows.header()));
            } catch (RuntimeException e) {
                rows.close();
                throw e;
            }
        } catch (IllegalArgumentException e) {
            throw unfit(file, String.valueOf(e.getMessage()));
        }
    }

    private static InvalidSettings unfit(Path file, String why) {
        return new InvalidSettings(List.of("feed " + file + ": " + why));
    }

    @Override
    public @Nullable List<FeedReading> next(Consumer<String> bad) throws IOException {
        List<String> cells = rows.next();
        return cells == null ? null : reader.read(cells, bad);
    }

    @Override
    public long line() {
        return rows.line();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
