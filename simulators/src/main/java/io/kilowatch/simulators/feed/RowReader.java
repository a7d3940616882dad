package io.kilowatch.simulators.feed;

import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.device.ReadingKind;
import io.kilowatch.simulators.device.ReadingSource;
import io.kilowatch.simulators.feed.FeedMapping.ColumnMapping;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Turns rows into readings by a mapping, with the columns found by the header. */
final class RowReader {
    private final FeedMapping mapping;
    private final String device;
    private final List<String> header;
    private final int[] time;
    private final int[] columns;
    private final int tag;
    private final int value;
    private final int estimated;
    private final int deviceColumn;
    private final Map<String, ColumnMapping> tags = new HashMap<>();
    private final Set<String> unknownTags = new HashSet<>();

    /**
     * A reader for rows with a header.
     *
     * @param device the device of all rows, where the mapping names no column for it
     * @throws InvalidSettings if the header lacks columns that the mapping names
     */
    RowReader(FeedMapping mapping, String device, List<String> header) {
        this.mapping = mapping;
        this.device = device;
        this.header = header;
        List<String> missing =
                mapping.named().stream().filter(name -> !header.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new InvalidSettings(missing.stream()
                    .map(name -> "mapping " + mapping.name() + " names column \"" + name
                            + "\", which the feed lacks; it has " + String.join(", ", header))
                    .toList());
        }
        this.time = mapping.time().columns().stream().mapToInt(header::indexOf).toArray();
        boolean tagged = mapping.tags().isPresent();
        this.columns = tagged
                ? new int[0]
                : mapping.columns().stream()
                        .mapToInt(column -> header.indexOf(column.column()))
                        .toArray();
        this.tag = place(mapping.tags().map(FeedMapping.Tags::tag));
        this.value = place(mapping.tags().map(FeedMapping.Tags::value));
        this.estimated = place(mapping.estimated());
        this.deviceColumn = place(mapping.device().column());
        mapping.columns().forEach(one -> tags.put(one.column(), one));
    }

    private int place(Optional<String> name) {
        return name.map(header::indexOf).orElse(-1);
    }

    /**
     * The readings of a row.
     *
     * @param bad told why the row, or one value of it, cannot be used
     */
    List<FeedReading> read(List<String> row, Consumer<String> bad) {
        Instant stamp;
        String sender;
        try {
            stamp = mapping.time().instant(stamp(row));
            sender = deviceColumn < 0
                    ? device
                    : mapping.device().user(row.get(deviceColumn).strip());
        } catch (DateTimeException e) {
            bad.accept("time \"" + stamp(row) + "\": " + e.getMessage());
            return List.of();
        } catch (IllegalArgumentException e) {
            bad.accept(String.valueOf(e.getMessage()));
            return List.of();
        }
        Set<String> filled = filled(row);
        List<FeedReading> readings = new ArrayList<>();
        if (tag >= 0) {
            tagged(row.get(tag).strip(), bad)
                    .flatMap(column -> reading(column, row.get(value), stamp, filled, bad))
                    .ifPresent(reading -> readings.add(new FeedReading(sender, reading)));
        }
        for (int place = 0; place < columns.length; place++) {
            reading(mapping.columns().get(place), row.get(columns[place]), stamp, filled, bad)
                    .ifPresent(reading -> readings.add(new FeedReading(sender, reading)));
        }
        return readings;
    }

    private String stamp(List<String> row) {
        return Arrays.stream(time).mapToObj(row::get).map(String::strip).collect(Collectors.joining(" "));
    }

    /** A tag that the mapping does not know is told once, for a historian's file may hold many that nobody wants. */
    private Optional<ColumnMapping> tagged(String name, Consumer<String> bad) {
        ColumnMapping column = tags.get(name);
        if (column == null && unknownTags.add(name)) {
            bad.accept("the mapping has no tag \"" + name + "\"; its further rows are left out without a word");
        }
        return Optional.ofNullable(column);
    }

    private Optional<DeviceReading> reading(
            ColumnMapping column, String cell, Instant stamp, Set<String> filled, Consumer<String> bad) {
        String text = cell.strip();
        if (text.isEmpty() || mapping.blanks().contains(text)) {
            return Optional.empty();
        }
        try {
            BigDecimal number = column.change().apply(mapping.numbers().parse(text));
            ReadingSource source = filled.contains(column.column()) ? ReadingSource.ESTIMATED : column.source();
            return Optional.of(new DeviceReading(column.meter(), at(stamp, column), column.kind(), number, source));
        } catch (NumberFormatException e) {
            bad.accept("column " + column.column() + ": \"" + text + "\" is no number");
            return Optional.empty();
        }
    }

    private Instant at(Instant stamp, ColumnMapping column) {
        boolean back = column.kind() == ReadingKind.AMOUNT && mapping.time().end();
        return back ? stamp.minus(mapping.interval()) : stamp;
    }

    private Set<String> filled(List<String> row) {
        if (estimated < 0) {
            return Set.of();
        }
        return Arrays.stream(row.get(estimated).split("\\|")).map(String::strip).collect(Collectors.toSet());
    }
}
