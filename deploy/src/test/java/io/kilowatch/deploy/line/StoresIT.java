package io.kilowatch.deploy.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.ledger.Mark;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.ledger.SlotChanges;
import io.kilowatch.aggregator.store.ReadingStore;
import io.kilowatch.aggregator.store.SlotStore;
import io.kilowatch.deploy.testing.RealDatabase;
import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.database.DatabaseConfig;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ledger's stores on a real database, several times in one transaction, as when meters are computed again. */
class StoresIT {
    private static final long QUARTER = 900_000;
    private static final long NINE = 1_785_546_000_000L;

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void slotsChangedTwiceInOneTransactionAreAddedUp(Flavour flavour) throws Exception {
        try (RealDatabase real = RealDatabase.fresh(flavour);
                Database database = open(real)) {
            database.inTransaction(connection -> {
                for (int meter : List.of(1, 2, 1)) {
                    SlotStore slots = new SlotStore();
                    SlotChanges changes = new SlotChanges();
                    changes.spread(NINE, NINE + 2 * QUARTER, 10, 1, true);
                    slots.add(meter, changes, Long.MAX_VALUE);
                    slots.write(connection);
                }
                return 0;
            });

            assertThat(real.rows("SELECT meter, amount, measured FROM slot ORDER BY meter, at"))
                    .containsExactly("1|10|1800000", "1|10|1800000", "2|5|900000", "2|5|900000");
        }
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void theLatestOfSeveralMarksAndReadingsInOneTransactionStands(Flavour flavour) throws Exception {
        try (RealDatabase real = RealDatabase.fresh(flavour);
                Database database = open(real)) {
            database.inTransaction(connection -> {
                ReadingStore readings = new ReadingStore();
                readings.addAhead(1, reading(5));
                readings.write(connection);
                readings.mark(1, NINE, Mark.JUMP);
                readings.write(connection);
                readings.addAmong(1, reading(6));
                readings.mark(1, NINE + QUARTER, Mark.ZERO);
                readings.write(connection);
                readings.addAmong(1, reading(7));
                readings.write(connection);
                readings.mark(1, NINE, Mark.CONFIRMED);
                readings.write(connection);
                return 0;
            });

            assertThat(real.rows("SELECT value, mark FROM reading")).containsExactly("7|" + Mark.CONFIRMED.ordinal());
        }
    }

    private static Database open(RealDatabase real) {
        return Database.open(new DatabaseConfig(real.jdbcUrl(), real.user(), real.password()), "test", 2);
    }

    private static Point reading(long value) {
        return new Point(NINE, value, ReadingKind.REGISTER, ReadingSource.MEASURED, NINE, value, 1, Mark.GOOD);
    }
}
