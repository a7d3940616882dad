package io.kilowatch.deploy.bench;

import io.kilowatch.platform.database.BinaryCopy;
import io.kilowatch.platform.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/** The least possible work: rows by binary COPY on one connection straight into the readings' own table. */
final class Yardstick {
    private static final int BUNDLE = 100_000;
    private static final int REPETITIONS = 3;
    private static final int COLUMNS = 7;
    private static final String COPY =
            "COPY reading (meter, at, value, kind, source, received_at, position) FROM STDIN (FORMAT binary)";

    private final Database database;
    private final BenchPlants plants;

    /** For a table that is empty, and is left empty. */
    Yardstick(Database database, BenchPlants plants) {
        this.database = database;
        this.plants = plants;
    }

    /** Rows stored per second: the median of three parts of a feed, after a smaller one to warm up. */
    double rowsPerSecond(Feed feed) throws Exception {
        return rowsPerSecond(feed.part(0, 0), feed);
    }

    /** The same where the table holds the rows of another feed already. */
    double rowsPerSecond(Feed before, Feed feed) throws Exception {
        try {
            store(before);
            int share = feed.batches() / (2 * REPETITIONS + 1);
            store(feed.part(0, share));
            double[] rates = new double[REPETITIONS];
            for (int i = 0; i < REPETITIONS; i++) {
                Feed part = feed.part(share + i * 2 * share, 2 * share);
                long begun = System.nanoTime();
                store(part);
                rates[i] = part.readings() / ((System.nanoTime() - begun) / 1e9);
            }
            Arrays.sort(rates);
            return rates[REPETITIONS / 2];
        } finally {
            truncate();
        }
    }

    private void store(Feed feed) throws Exception {
        database.inTransaction(connection -> {
            copy(connection, feed);
            return feed.batches();
        });
    }

    private void copy(Connection connection, Feed feed) throws SQLException {
        BinaryCopy copy = new BinaryCopy(COLUMNS);
        for (int batch = 0; batch < feed.batches(); batch++) {
            for (int place = 0; place < feed.batchSize(); place++) {
                int meter = feed.plant(batch) * plants.meters() + feed.meter(batch, place);
                int quarter = feed.quarter(batch, place);
                copy.row()
                        .addInt(meter + 1)
                        .addTime(Registers.at(quarter))
                        .addLong(Registers.value(meter, quarter))
                        .addShort(0)
                        .addShort(0)
                        .addTime(Registers.at(quarter))
                        .addLong(batch * 4_096L + place);
            }
            if (copy.rows() >= BUNDLE) {
                copy.copyInto(connection, COPY);
            }
        }
        copy.copyInto(connection, COPY);
    }

    private void truncate() throws Exception {
        database.inTransaction(connection -> {
            try (Statement truncate = connection.createStatement()) {
                return truncate.execute("TRUNCATE reading");
            }
        });
    }
}
