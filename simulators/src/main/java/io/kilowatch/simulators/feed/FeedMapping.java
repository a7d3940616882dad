package io.kilowatch.simulators.feed;

import io.kilowatch.simulators.device.ReadingKind;
import io.kilowatch.simulators.device.ReadingSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the columns of a feed become readings.
 *
 * @param name for messages
 * @param interval from one row to the next; an end stamp minus it is an amount's start
 * @param columns the columns that are meters, or with tags the tags that are
 * @param tags where each row has one reading, the columns of its tag and its value
 * @param estimated a column that lists the names of those columns whose value in this row was filled in
 * @param blanks texts that mean there is no value, besides the empty one
 */
public record FeedMapping(
        String name,
        Layout layout,
        TimeColumn time,
        Duration interval,
        NumberStyle numbers,
        List<ColumnMapping> columns,
        Optional<Tags> tags,
        Optional<String> estimated,
        Set<String> blanks,
        DeviceRule device) {

    /** One column, or one tag, that becomes a meter's readings. */
    public record ColumnMapping(
            String column, String meter, ReadingKind kind, ReadingSource source, UnitChange change) {}

    /** Where a row has one reading only: the column that names what was read, and the column of the value. */
    record Tags(String tag, String value) {}

    /** Copies its collections. */
    public FeedMapping {
        columns = List.copyOf(columns);
        blanks = Set.copyOf(blanks);
    }

    /** The columns that it names, each once. */
    List<String> named() {
        List<String> names = new ArrayList<>(time.columns());
        tags.ifPresentOrElse(
                two -> names.addAll(List.of(two.tag(), two.value())),
                () -> columns.forEach(one -> names.add(one.column())));
        estimated.ifPresent(names::add);
        device.column().ifPresent(names::add);
        return names.stream().distinct().toList();
    }
}
