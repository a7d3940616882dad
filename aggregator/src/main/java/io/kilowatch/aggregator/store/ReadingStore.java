package io.kilowatch.aggregator.store;

import io.kilowatch.aggregator.ledger.Mark;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.platform.database.BinaryCopy;
import java.sql.Connection;
import java.sql.SQLException;

/** Writes readings: those that count for their instants, and those kept aside. */
public final class ReadingStore {
    private static final int MARK_COLUMNS = 3;
    private static final int KEY_COLUMNS = 3;

    private final BinaryCopy ahead = new BinaryCopy(Rows.COUNT);
    private final BinaryCopy among = new BinaryCopy(Rows.COUNT);
    private final BinaryCopy aside = new BinaryCopy(Rows.COUNT);
    private final BinaryCopy takenUp = new BinaryCopy(KEY_COLUMNS);
    private final BinaryCopy marks = new BinaryCopy(MARK_COLUMNS);

    /** Collects a reading later than all others of its meter. */
    public void addAhead(int meter, Point point) {
        Rows.add(ahead, meter, point);
    }

    /** Collects a reading that lies among others, or takes the place of one. */
    public void addAmong(int meter, Point point) {
        Rows.add(among, meter, point);
    }

    /** Collects a reading to be kept aside. */
    public void addAside(int meter, Point point) {
        Rows.add(aside, meter, point);
    }

    /** Collects a reading that is aside no longer. */
    public void takeUp(int meter, Point point) {
        takenUp.row().addInt(meter).addTime(point.at()).addLong(point.position());
    }

    /** Collects another mark of a stored reading. */
    public void mark(int meter, long at, Mark mark) {
        marks.row().addInt(meter).addTime(at).addShort(mark.ordinal());
    }

    /** Writes what was collected. */
    public void write(Connection connection) throws SQLException {
        ahead.copyInto(connection, "COPY reading " + Rows.COLUMNS + " FROM STDIN (FORMAT binary)");
        writeAmong(connection);
        writeTakenUp(connection);
        aside.copyInto(connection, "COPY reading_aside " + Rows.COLUMNS + " FROM STDIN (FORMAT binary)");
        writeMarks(connection);
    }

    private void writeAmong(Connection connection) throws SQLException {
        if (among.rows() == 0) {
            return;
        }
        Rows.temporary(connection, "entering_reading", "LIKE reading");
        among.copyInto(connection, "COPY entering_reading " + Rows.COLUMNS + " FROM STDIN (FORMAT binary)");
        Rows.execute(connection, """
                INSERT INTO reading SELECT * FROM entering_reading ORDER BY date_bin('7 days', at, timestamptz 'epoch'), meter, at
                ON CONFLICT (meter, at) DO UPDATE SET
                  value = excluded.value, kind = excluded.kind, source = excluded.source,
                  received_at = excluded.received_at, position = excluded.position, sender = excluded.sender,
                  mark = excluded.mark
                """);
    }

    private void writeTakenUp(Connection connection) throws SQLException {
        if (takenUp.rows() == 0) {
            return;
        }
        Rows.temporary(connection, "taken_up", "meter int, at timestamptz, position bigint");
        takenUp.copyInto(connection, "COPY taken_up FROM STDIN (FORMAT binary)");
        Rows.execute(connection, """
                DELETE FROM reading_aside r USING taken_up t
                WHERE r.meter = t.meter AND r.at = t.at AND r.position = t.position
                """);
    }

    private void writeMarks(Connection connection) throws SQLException {
        if (marks.rows() == 0) {
            return;
        }
        Rows.temporary(connection, "other_mark", "meter int, at timestamptz, mark smallint");
        marks.copyInto(connection, "COPY other_mark FROM STDIN (FORMAT binary)");
        Rows.execute(connection, """
                UPDATE reading r SET mark = o.mark FROM other_mark o WHERE r.meter = o.meter AND r.at = o.at
                """);
    }
}
