package io.kilowatch.deploy.bench;

import io.kilowatch.platform.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/**
 * A year's sums put into the database by SQL, as if every meter had been read every quarter of an hour up to a day.
 *
 * <p>The readings and slots below them are left out: no new reading asks for them. The aggregator must not run meanwhile.
 */
final class SeededYear {
    private static final long DAY_MILLIS = 86_400_000L;

    private final Database database;
    private final LocalDate until;

    /** From the first of January to a day that does not belong to it. */
    SeededYear(Database database, LocalDate until) {
        this.database = database;
        this.until = until;
    }

    /** Writes the sums of every meter there is, and gives the number of rows. */
    int write() throws Exception {
        return database.inTransaction(connection -> {
            int rows = write(connection, 0, "day");
            rows += write(connection, 1, "month");
            rows += write(connection, 2, "year");
            try (Statement analyze = connection.createStatement()) {
                analyze.execute("ANALYZE period_sum");
            }
            return rows;
        });
    }

    private int write(Connection connection, int kind, String unit) throws SQLException {
        String sql = """
                INSERT INTO period_sum AS held (meter, kind, start, amount, measured, interpolated)
                SELECT m.id, ?, date_trunc(?, day)::date, sum(3552000000 + m.id % 97 * 1000000), count(*) * ?, 0
                FROM meter m, generate_series(?::timestamp, ?::timestamp, interval '1 day') AS day
                GROUP BY 1, 3
                ON CONFLICT (meter, kind, start) DO UPDATE SET
                  amount = held.amount + excluded.amount, measured = held.measured + excluded.measured
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setShort(1, (short) kind);
            insert.setString(2, unit);
            insert.setLong(3, DAY_MILLIS);
            insert.setString(4, until.withDayOfYear(1).toString());
            insert.setString(5, until.minusDays(1).toString());
            return insert.executeUpdate();
        }
    }
}
