package io.kilowatch.aggregator.store;

import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What flowed through each meter in each day, month and year. */
public final class PeriodSumStore {
    private static final PeriodKind[] KINDS = PeriodKind.values();

    /** The sums of some meters and periods; those never written are absent. */
    public Map<SumKey, Sum> load(Connection connection, Collection<SumKey> keys) throws SQLException {
        String sql = """
                SELECT p.meter, p.kind, p.start, p.amount, p.measured, p.interpolated
                FROM unnest(?::int[], ?::smallint[], ?::date[]) AS q (meter, kind, start)
                JOIN period_sum p ON p.meter = q.meter AND p.kind = q.kind AND p.start = q.start
                """;
        Map<SumKey, Sum> sums = new HashMap<>();
        if (keys.isEmpty()) {
            return sums;
        }
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bindKeys(connection, select, List.copyOf(keys));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Period period = new Period(KINDS[rows.getInt(2)], rows.getObject(3, LocalDate.class));
                    sums.put(
                            new SumKey(rows.getInt(1), period),
                            new Sum(rows.getLong(4), rows.getLong(5), rows.getLong(6)));
                }
            }
        }
        return sums;
    }

    /** Writes sums, in place of those that were there. */
    public void write(Connection connection, Map<SumKey, Sum> sums) throws SQLException {
        String sql = """
                INSERT INTO period_sum (meter, kind, start, amount, measured, interpolated)
                SELECT * FROM unnest(?::int[], ?::smallint[], ?::date[], ?::bigint[], ?::bigint[], ?::bigint[])
                ON CONFLICT (meter, kind, start) DO UPDATE SET
                  amount = excluded.amount, measured = excluded.measured, interpolated = excluded.interpolated
                """;
        upsert(connection, sql, sums);
    }

    private static void upsert(Connection connection, String sql, Map<SumKey, Sum> sums) throws SQLException {
        if (sums.isEmpty()) {
            return;
        }
        List<SumKey> keys = List.copyOf(sums.keySet());
        List<Sum> values = keys.stream().map(sums::get).toList();
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            bindKeys(connection, upsert, keys);
            upsert.setArray(
                    4, longs(connection, values.stream().map(Sum::amount).toArray()));
            upsert.setArray(
                    5, longs(connection, values.stream().map(Sum::measured).toArray()));
            upsert.setArray(
                    6, longs(connection, values.stream().map(Sum::interpolated).toArray()));
            upsert.executeUpdate();
        }
    }

    private static java.sql.Array longs(Connection connection, Object[] values) throws SQLException {
        return connection.createArrayOf("int8", values);
    }

    private static void bindKeys(Connection connection, PreparedStatement statement, List<SumKey> keys)
            throws SQLException {
        statement.setArray(
                1,
                connection.createArrayOf(
                        "int4", keys.stream().map(SumKey::meter).toArray()));
        statement.setArray(
                2,
                connection.createArrayOf(
                        "int2",
                        keys.stream()
                                .map(key -> (short) key.period().kind().ordinal())
                                .toArray()));
        statement.setArray(
                3,
                connection.createArrayOf(
                        "date", keys.stream().map(key -> key.period().start()).toArray()));
    }

    /** Every period in which one of an enterprise's meters has a sum. */
    public List<Period> periods(Connection connection, String enterprise) throws SQLException {
        String sql = """
                SELECT DISTINCT p.kind, p.start FROM period_sum p JOIN meter m ON m.id = p.meter
                WHERE m.enterprise = ? ORDER BY 1, 2
                """;
        List<Period> periods = new java.util.ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, enterprise);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    periods.add(new Period(KINDS[rows.getInt(1)], rows.getObject(2, LocalDate.class)));
                }
            }
        }
        return periods;
    }

    /** Adds to sums. */
    public void add(Connection connection, Map<SumKey, Sum> more) throws SQLException {
        String sql = """
                INSERT INTO period_sum AS held (meter, kind, start, amount, measured, interpolated)
                SELECT * FROM unnest(?::int[], ?::smallint[], ?::date[], ?::bigint[], ?::bigint[], ?::bigint[])
                ON CONFLICT (meter, kind, start) DO UPDATE SET
                  amount = held.amount + excluded.amount, measured = held.measured + excluded.measured,
                  interpolated = held.interpolated + excluded.interpolated
                """;
        upsert(connection, sql, more);
    }

    /** Removes every sum of a meter, to be computed again from its readings. */
    public void clear(Connection connection, int meter) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM period_sum WHERE meter = ?")) {
            delete.setInt(1, meter);
            delete.executeUpdate();
        }
    }
}
