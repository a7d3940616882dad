package io.kilowatch.aggregator.store;

import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import io.kilowatch.platform.database.BinaryCopy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The columns that readings have in every statement. */
final class Rows {
    /** A reading's columns as {@link #point} reads them, of a table called {@code r}. */
    static final String POINT = """
            (extract(epoch FROM r.at) * 1000)::bigint, r.value, r.kind, r.source,
            (extract(epoch FROM r.received_at) * 1000)::bigint, r.position""";

    private Rows() {}

    static Point point(ResultSet row, int first) throws SQLException {
        return new Point(
                row.getLong(first),
                row.getLong(first + 1),
                ReadingKind.of(row.getInt(first + 2)),
                ReadingSource.of(row.getInt(first + 3)),
                row.getLong(first + 4),
                row.getLong(first + 5));
    }

    static void add(BinaryCopy copy, int meter, Point point) {
        copy.row()
                .addInt(meter)
                .addTime(point.at())
                .addLong(point.value())
                .addShort(point.kind().ordinal())
                .addShort(point.source().ordinal())
                .addTime(point.receivedAt())
                .addLong(point.position());
    }

    static int execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
