package io.kilowatch.simulators.replay;

import io.kilowatch.simulators.device.ReadingKind;
import io.kilowatch.simulators.device.ReadingSource;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the columns of a CSV feed become readings.
 *
 * @param name for messages
 * @param interval from one row to the next; an end stamp minus it is an amount's start
 * @param estimated a column that lists the names of those columns whose value in this row was filled in
 * @param blanks texts that mean there is no value, besides the empty one
 */
record FeedMapping(
        String name,
        Charset charset,
        char delimiter,
        boolean decimalComma,
        TimeColumn time,
        Duration interval,
        List<ColumnMapping> columns,
        Optional<String> estimated,
        Set<String> blanks) {

    /** One column that becomes a meter's readings. */
    record ColumnMapping(String column, String meter, ReadingKind kind, ReadingSource source) {}

    FeedMapping {
        columns = List.copyOf(columns);
        blanks = Set.copyOf(blanks);
    }
}
