package io.kilowatch.aggregator.store;

import io.kilowatch.aggregator.evidence.Archive.Reader;
import io.kilowatch.aggregator.evidence.Selection;
import io.kilowatch.domain.ReadingKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/** The readings that a period's sums are computed from again. */
final class EvidenceReadingStore {
    private static final int FETCHED_AT_ONCE = 10_000;
    private static final String MILLIS = "SELECT (extract(epoch FROM at) * 1000)::bigint FROM reading WHERE meter = ?";
    private static final String INSTANT = "timestamptz 'epoch' + ? * interval '1 millisecond'";

    private final Connection connection;

    EvidenceReadingStore(Connection connection) {
        this.connection = connection;
    }

    Selection select(int meter, ReadingKind kind, long begin, long end) throws SQLException {
        OptionalLong good = edge(
                meter,
                "AND kind = " + kind.ordinal() + " AND mark = 0 AND at < " + INSTANT + " ORDER BY at DESC",
                begin);
        OptionalLong counting = good.isEmpty()
                ? good
                : edge(
                        meter,
                        "AND kind = " + kind.ordinal() + " AND mark <= 2 AND at < " + INSTANT + " ORDER BY at DESC",
                        good.getAsLong());
        OptionalLong first = counting.isPresent() ? counting : edge(meter, "ORDER BY at");
        if (first.isEmpty()) {
            return Selection.NONE;
        }
        OptionalLong settled = edge(
                meter, "AND kind = " + kind.ordinal() + " AND mark = 0 AND at >= " + INSTANT + " ORDER BY at", end);
        OptionalLong last = settled.isPresent() ? settled : edge(meter, "ORDER BY at DESC");
        return new Selection(first.getAsLong(), last.orElse(first.getAsLong()), counting.isPresent());
    }

    private OptionalLong edge(int meter, String condition, long... instants) throws SQLException {
        String sql = MILLIS + ' ' + condition + " LIMIT 1";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, meter);
            for (int i = 0; i < instants.length; i++) {
                select.setLong(i + 2, instants[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    void counting(int meter, Selection selection, Reader reader) throws Exception {
        String sql = "SELECT " + Rows.POINT + " FROM reading r WHERE r.meter = ? AND r.at >= " + INSTANT
                + " AND r.at <= " + INSTANT + " ORDER BY r.at";
        each(sql, meter, selection, reader);
    }

    void superseded(int meter, Selection selection, Reader reader) throws Exception {
        String sql = "SELECT " + Rows.POINT + """
                 FROM reading_aside r JOIN reading c ON c.meter = r.meter AND c.at = r.at
                WHERE (r.value, r.kind, r.source) <> (c.value, c.kind, c.source)
                AND r.meter = ? AND r.at >= """ + ' ' + INSTANT + " AND r.at <= " + INSTANT
                + " ORDER BY r.at, r.received_at, r.position";
        each(sql, meter, selection, reader);
    }

    private void each(String sql, int meter, Selection selection, Reader reader) throws Exception {
        if (selection.isEmpty()) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCHED_AT_ONCE);
            select.setInt(1, meter);
            select.setLong(2, selection.first());
            select.setLong(3, selection.last());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reader.take(Rows.point(rows, 1));
                }
            }
        }
    }
}
