package io.kilowatch.deploy.bench;

import io.kilowatch.platform.database.BinaryCopy;
import io.kilowatch.platform.database.Database;
import java.sql.Statement;

/** The least possible work: rows by binary COPY on one connection straight into the readings' own table. */
final class Yardstick {
    private static final int BUNDLE = 100_000;

    private Yardstick() {}

    /** Rows stored per second; the table must be empty, and is left empty. */
    static double rowsPerSecond(Database database, int rows, int meters) throws Exception {
        long begun = System.nanoTime();
        database.inTransaction(connection -> {
            BinaryCopy copy = new BinaryCopy(7);
            for (int row = 0; row < rows; row++) {
                long at = 1_767_196_800_000L + row / meters * 900_000L;
                copy.row()
                        .addInt(row % meters + 1)
                        .addTime(at)
                        .addLong(row * 37L)
                        .addShort(0)
                        .addShort(0)
                        .addTime(at)
                        .addLong(row);
                if (copy.rows() == BUNDLE) {
                    copy.copyInto(connection, "COPY reading FROM STDIN (FORMAT binary)");
                }
            }
            copy.copyInto(connection, "COPY reading FROM STDIN (FORMAT binary)");
            return rows;
        });
        double seconds = (System.nanoTime() - begun) / 1e9;
        database.inTransaction(connection -> {
            try (Statement truncate = connection.createStatement()) {
                return truncate.execute("TRUNCATE reading");
            }
        });
        return rows / seconds;
    }
}
