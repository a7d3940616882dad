package io.kilowatch.simulators.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.kilowatch.domain.Unit;
import io.kilowatch.simulators.device.ReadingKind;
import io.kilowatch.simulators.device.ReadingSource;
import io.kilowatch.simulators.feed.FeedMapping.ColumnMapping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads what a mapping says of columns. */
final class ColumnsReader {
    private final MappingFaults faults;

    ColumnsReader(MappingFaults faults) {
        this.faults = faults;
    }

    List<ColumnMapping> read(JsonNode node) {
        List<ColumnMapping> columns = new ArrayList<>();
        for (int place = 0; place < node.size(); place++) {
            columns.add(column(node.get(place), "columns[" + place + "]."));
        }
        if (columns.isEmpty()) {
            faults.add("columns", "map at least one column to a meter");
        }
        return columns;
    }

    private ColumnMapping column(JsonNode one, String path) {
        faults.only(one, path, "column", "meter", "kind", "source", "unit", "as");
        String meter = one.path("meter").asText("");
        if (!meter.matches("[A-Za-z0-9_-]{1,64}")) {
            faults.add(path + "meter", "give a meter's id");
        }
        String column = faults.required(one, path, "column", "name a column of the feed");
        ReadingKind kind = kind(one, path);
        return new ColumnMapping(column, meter, kind, source(one, path), change(one, path, kind));
    }

    private ReadingKind kind(JsonNode node, String path) {
        String word = node.path("kind").asText("");
        return Arrays.stream(ReadingKind.values())
                .filter(kind -> kind.member().equals(word))
                .findFirst()
                .orElseGet(() -> {
                    faults.add(path + "kind", "give register, amount or power");
                    return ReadingKind.AMOUNT;
                });
    }

    private ReadingSource source(JsonNode node, String path) {
        String word = node.path("source").asText("measured");
        return Arrays.stream(ReadingSource.values())
                .filter(source -> source.word().equals(word))
                .findFirst()
                .orElseGet(() -> {
                    faults.add(path + "source", "give measured, estimated, manual or supplier");
                    return ReadingSource.MEASURED;
                });
    }

    private UnitChange change(JsonNode node, String path, ReadingKind kind) {
        if (node.hasNonNull("unit") != node.hasNonNull("as")) {
            faults.add(path + "unit", "give unit, that of the feed, and as, that of the meter, or neither");
            return UnitChange.NONE;
        }
        if (!node.hasNonNull("unit")) {
            return UnitChange.NONE;
        }
        Optional<Unit> from = unit(node, path, "unit", kind);
        Optional<Unit> to = unit(node, path, "as", kind);
        try {
            return from.isPresent() && to.isPresent() ? UnitChange.between(from.get(), to.get()) : UnitChange.NONE;
        } catch (IllegalArgumentException e) {
            faults.add(path + "as", String.valueOf(e.getMessage()));
            return UnitChange.NONE;
        }
    }

    /** A power's unit is named without the hour of its energy. */
    private Optional<Unit> unit(JsonNode node, String path, String field, ReadingKind kind) {
        String symbol = node.path(field).asText();
        Optional<Unit> unit = Unit.parse(kind == ReadingKind.POWER ? symbol + "h" : symbol);
        if (unit.isEmpty()) {
            faults.add(
                    path + field,
                    kind == ReadingKind.POWER
                            ? "give W, kW, MW or GW"
                            : "give a unit that meters count in, such as kWh, MWh, GJ, t or m3");
        }
        return unit;
    }
}
