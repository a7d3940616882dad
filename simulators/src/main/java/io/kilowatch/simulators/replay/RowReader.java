package io.kilowatch.simulators.replay;

import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.device.ReadingKind;
import io.kilowatch.simulators.device.ReadingSource;
import io.kilowatch.simulators.replay.FeedMapping.ColumnMapping;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Turns rows into readings by a mapping, with the columns found by the header. */
final class RowReader {
    private static final int MOST_DIGITS = 30;

    private final FeedMapping mapping;
    private final int width;
    private final int time;
    private final int[] columns;
    private final int estimated;

    /**
     * A reader for feeds with a header.
     *
     * @throws InvalidSettings if the header lacks columns that the mapping names
     */
    RowReader(FeedMapping mapping, CsvLine header) {
        this.mapping = mapping;
        List<String> names = header.fields().stream().map(String::strip).toList();
        List<String> missing = new ArrayList<>();
        this.width = names.size();
        this.time = place(names, mapping.time().column(), missing);
        this.columns = mapping.columns().stream()
                .mapToInt(column -> place(names, column.column(), missing))
                .toArray();
        this.estimated =
                mapping.estimated().map(name -> place(names, name, missing)).orElse(-1);
        if (!missing.isEmpty()) {
            throw new InvalidSettings(missing.stream()
                    .map(name -> "mapping " + mapping.name() + " names column \"" + name
                            + "\", which the feed lacks; it has " + String.join(", ", names))
                    .toList());
        }
    }

    /**
     * The readings of a row.
     *
     * @param bad told why the row, or one value of it, cannot be used
     */
    List<DeviceReading> read(CsvLine row, Consumer<String> bad) {
        if (row.fields().size() != width) {
            bad.accept("has " + row.fields().size() + " fields where the header has " + width);
            return List.of();
        }
        Instant stamp;
        try {
            stamp = mapping.time().instant(row.fields().get(time));
        } catch (DateTimeException e) {
            bad.accept("time \"" + row.fields().get(time) + "\": " + e.getMessage());
            return List.of();
        }
        Set<String> filled = filled(row);
        List<DeviceReading> readings = new ArrayList<>();
        for (int place = 0; place < columns.length; place++) {
            ColumnMapping column = mapping.columns().get(place);
            String text = row.fields().get(columns[place]).strip();
            if (!text.isEmpty() && !mapping.blanks().contains(text)) {
                try {
                    ReadingSource source = filled.contains(column.column()) ? ReadingSource.ESTIMATED : column.source();
                    readings.add(
                            new DeviceReading(column.meter(), at(stamp, column), column.kind(), number(text), source));
                } catch (NumberFormatException e) {
                    bad.accept("column " + column.column() + ": \"" + text + "\" is no number");
                }
            }
        }
        return readings;
    }

    private Instant at(Instant stamp, ColumnMapping column) {
        boolean back = column.kind() == ReadingKind.AMOUNT && mapping.time().end();
        return back ? stamp.minus(mapping.interval()) : stamp;
    }

    private BigDecimal number(String text) {
        String plain = mapping.decimalComma() ? text.replace(".", "").replace(',', '.') : text;
        BigDecimal number = new BigDecimal(plain);
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw new NumberFormatException("too long");
        }
        return number;
    }

    private Set<String> filled(CsvLine row) {
        if (estimated < 0) {
            return Set.of();
        }
        return Arrays.stream(row.fields().get(estimated).split("\\|"))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    private static int place(List<String> names, String name, List<String> missing) {
        int place = names.indexOf(name);
        if (place < 0) {
            missing.add(name);
        }
        return place;
    }
}
