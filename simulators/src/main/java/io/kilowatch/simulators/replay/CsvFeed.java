package io.kilowatch.simulators.replay;

import io.kilowatch.simulators.device.DeviceReading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A CSV file seen through a mapping: a stream of readings that does not end at a bad row. */
record CsvFeed(Path file, FeedMapping mapping) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * The readings in the file's order; close the stream.
     *
     * @param bad told of every row, or value of a row, that was skipped
     */
    Stream<DeviceReading> readings(Consumer<BadRow> bad) {
        try {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(Files.newInputStream(file), mapping.charset()), 1 << 16);
            Rows rows = new Rows(lines, bad);
            return StreamSupport.stream(rows, false).flatMap(List::stream).onClose(() -> close(lines));
        } catch (IOException e) {
            throw new UncheckedIOException("feed " + file + " cannot be opened", e);
        }
    }

    private static void close(BufferedReader lines) {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Rows extends Spliterators.AbstractSpliterator<List<DeviceReading>> {
        private final BufferedReader lines;
        private final Consumer<BadRow> bad;
        private final RowReader reader;
        private long line = 1;

        Rows(BufferedReader lines, Consumer<BadRow> bad) throws IOException {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.lines = lines;
            this.bad = bad;
            String header = lines.readLine();
            String plain = header == null ? "" : header;
            plain = plain.startsWith(BYTE_ORDER_MARK) ? plain.substring(1) : plain;
            this.reader = new RowReader(mapping, CsvLine.parse(plain, mapping.delimiter()));
        }

        @Override
        public boolean tryAdvance(Consumer<? super List<DeviceReading>> action) {
            try {
                String text = lines.readLine();
                if (text == null) {
                    return false;
                }
                line++;
                action.accept(text.isBlank() ? List.of() : read(text));
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException("feed " + file + " cannot be read after line " + line, e);
            }
        }

        private List<DeviceReading> read(String text) {
            try {
                return reader.read(CsvLine.parse(text, mapping.delimiter()), this::skip);
            } catch (IllegalArgumentException e) {
                skip(String.valueOf(e.getMessage()));
                return List.of();
            }
        }

        private void skip(String reason) {
            bad.accept(new BadRow(file.toString(), line, reason));
        }
    }
}
