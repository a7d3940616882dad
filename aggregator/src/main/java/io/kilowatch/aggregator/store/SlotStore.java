package io.kilowatch.aggregator.store;

import io.kilowatch.aggregator.ledger.SlotChanges;
import io.kilowatch.platform.database.BinaryCopy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What flowed through each meter in each slot. */
public final class SlotStore {
    private static final int COLUMNS = 5;

    private final BinaryCopy fresh = new BinaryCopy(COLUMNS);
    private final BinaryCopy changed = new BinaryCopy(COLUMNS);

    /**
     * Collects changes of a meter.
     *
     * @param frontier no slot of the meter is stored from here on
     */
    public void add(int meter, SlotChanges changes, long frontier) {
        for (int i = 0; i < changes.size(); i++) {
            BinaryCopy copy = changes.slot(i) >= frontier ? fresh : changed;
            copy.row()
                    .addInt(meter)
                    .addTime(changes.slot(i))
                    .addLong(changes.amount(i))
                    .addInt((int) changes.measured(i))
                    .addInt((int) changes.interpolated(i));
        }
    }

    /** Writes what was collected. */
    public void write(Connection connection) throws SQLException {
        fresh.copyInto(connection, "COPY slot FROM STDIN (FORMAT binary)");
        if (changed.rows() == 0) {
            return;
        }
        Rows.temporary(connection, "changed_slot", "LIKE slot");
        // Hundreds of thousands of them are sorted by chunk, so that one chunk after another is changed.
        Rows.execute(connection, "SET LOCAL work_mem = '64MB'");
        changed.copyInto(connection, "COPY changed_slot FROM STDIN (FORMAT binary)");
        Rows.execute(connection, """
                INSERT INTO slot SELECT * FROM changed_slot ORDER BY date_bin('7 days', at, timestamptz 'epoch'), meter, at
                ON CONFLICT (meter, at) DO UPDATE SET
                  amount = slot.amount + excluded.amount,
                  measured = slot.measured + excluded.measured,
                  interpolated = slot.interpolated + excluded.interpolated
                """);
    }

    /** Removes every slot of a meter, to be computed again from its readings. */
    public void clear(Connection connection, int meter) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM slot WHERE meter = ?")) {
            delete.setInt(1, meter);
            delete.executeUpdate();
        }
    }
}
