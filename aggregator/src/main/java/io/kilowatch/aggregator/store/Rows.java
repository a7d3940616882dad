package io.kilowatch.aggregator.store;

import io.kilowatch.aggregator.ledger.Mark;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import io.kilowatch.platform.database.BinaryCopy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;

/** The columns that readings have in every statement. */
final class Rows {
    /** A reading's columns as {@link #point} reads them, of a table called {@code r}. */
    static final String POINT = """
            (date_part('epoch', r.at) * 1000)::bigint, r.value, r.kind, r.source,
            (date_part('epoch', r.received_at) * 1000)::bigint, r.position, r.sender, r.mark""";

    /** The same columns in a COPY statement. */
    static final String COLUMNS = "(meter, at, value, kind, source, received_at, position, sender, mark)";

    /** How many they are. */
    static final int COUNT = 9;

    private Rows() {}

    static Point point(ResultSet row, int first) throws SQLException {
        return new Point(
                row.getLong(first),
                row.getLong(first + 1),
                ReadingKind.of(row.getInt(first + 2)),
                ReadingSource.of(row.getInt(first + 3)),
                row.getLong(first + 4),
                row.getLong(first + 5),
                row.getInt(first + 6),
                Mark.of(row.getInt(first + 7)));
    }

    static void add(BinaryCopy copy, int meter, Point point) {
        copy.row()
                .addInt(meter)
                .addTime(point.at())
                .addLong(point.value())
                .addShort(point.kind().ordinal())
                .addShort(point.source().ordinal())
                .addTime(point.receivedAt())
                .addLong(point.position())
                .addInt(point.sender())
                .addShort(point.mark().ordinal());
    }

    /**
     * Makes sure of a table of the transaction's own, without rows: it may have been used before in the same transaction.
     */
    static void temporary(Connection connection, String table, String columns) throws SQLException {
        execute(connection, """
                CREATE TEMP TABLE IF NOT EXISTS %1$s (%2$s) ON COMMIT DELETE ROWS;
                DELETE FROM %1$s
                """.formatted(table, columns));
    }

    static int execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    static <T> Array array(
            Connection connection,
            String type,
            List<T> rows,
            Function<T, @org.jspecify.annotations.Nullable Object> cell)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(cell).toArray());
    }
}
