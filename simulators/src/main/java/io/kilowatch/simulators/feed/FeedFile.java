package io.kilowatch.simulators.feed;

import io.kilowatch.platform.config.InvalidSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A file seen through a mapping: a stream of readings that does not end at a bad row.
 *
 * @param mapping without one the file must be as Kilowatch itself writes feeds
 */
public record FeedFile(Path file, Optional<FeedMapping> mapping) {

    /**
     * The readings in the file's order; close the stream.
     *
     * @param bad told of every row, or value of a row, that was skipped
     * @throws InvalidSettings if the file cannot be opened or does not fit the mapping
     */
    public Stream<FeedReading> readings(Consumer<BadRow> bad) {
        try {
            ReadingRows rows = mapping.isPresent() ? MappedRows.open(file, mapping.get()) : own();
            return StreamSupport.stream(new Lines(rows, bad), false)
                    .flatMap(List::stream)
                    .onClose(() -> close(rows));
        } catch (IOException e) {
            throw new InvalidSettings(List.of("feed " + file + " cannot be opened: " + e.getMessage()));
        }
    }

    private OwnRows own() throws IOException {
        if (!FeedFormat.of(file).equals(Optional.of(FeedFormat.JSONL))) {
            throw new InvalidSettings(List.of("feed " + file
                    + " needs a mapping; only JSON Lines (.jsonl) as Kilowatch itself writes them need none"));
        }
        return new OwnRows(FeedFormat.text(file));
    }

    private static void close(ReadingRows rows) {
        try {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Lines extends Spliterators.AbstractSpliterator<List<FeedReading>> {
        private final ReadingRows rows;
        private final Consumer<BadRow> bad;

        Lines(ReadingRows rows, Consumer<BadRow> bad) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.rows = rows;
            this.bad = bad;
        }

        @Override
        public boolean tryAdvance(Consumer<? super List<FeedReading>> action) {
            try {
                List<FeedReading> readings = rows.next(this::skip);
                if (readings == null) {
                    return false;
                }
                action.accept(readings);
            } catch (IllegalArgumentException e) {
                skip(String.valueOf(e.getMessage()));
            } catch (IOException e) {
                throw new UncheckedIOException("feed " + file + " cannot be read after line " + rows.line(), e);
            }
            return true;
        }

        private void skip(String reason) {
            bad.accept(new BadRow(file.toString(), rows.line(), reason));
        }
    }
}
