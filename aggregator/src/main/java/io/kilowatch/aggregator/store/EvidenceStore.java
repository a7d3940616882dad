package io.kilowatch.aggregator.store;

import io.kilowatch.aggregator.evidence.Archive;
import io.kilowatch.aggregator.evidence.Figure;
import io.kilowatch.aggregator.evidence.HeldMeter;
import io.kilowatch.aggregator.evidence.Restatement;
import io.kilowatch.aggregator.evidence.Selection;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.topics.VerdictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What figures were computed from, in the database as it is at one moment. */
public final class EvidenceStore implements Archive {
    private final Connection connection;
    private final EvidenceReadingStore readings;

    private EvidenceStore(Connection connection) {
        this.connection = connection;
        this.readings = new EvidenceReadingStore(connection);
    }

    /** That of a transaction that has done nothing yet; it reads only from now on, and sees no later change. */
    public static EvidenceStore frozen(Connection connection) throws SQLException {
        Rows.execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        return new EvidenceStore(connection);
    }

    @Override
    public Optional<Verdict> verdict(Figure figure) throws SQLException, IOException {
        String sql = """
                SELECT verdict::text FROM indicator WHERE enterprise = ? AND indicator = ? AND kind = ? AND start = ?
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, figure);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(VerdictJson.decode(rows.getString(1).getBytes(StandardCharsets.UTF_8)))
                        : Optional.empty();
            }
        }
    }

    private static void bind(PreparedStatement select, Figure figure) throws SQLException {
        select.setString(1, figure.enterprise());
        select.setString(2, figure.indicator());
        select.setInt(3, figure.period().kind().ordinal());
        select.setObject(4, figure.period().start());
    }

    @Override
    public Optional<String> document(String enterprise) throws SQLException {
        return one("SELECT document::text FROM enterprise_document WHERE enterprise = ?", enterprise);
    }

    @Override
    public Optional<Long> registryOffset(String enterprise) throws SQLException {
        return one("SELECT registry_offset::text FROM enterprise_ledger WHERE enterprise = ?", enterprise)
                .map(Long::valueOf);
    }

    private Optional<String> one(String sql, String enterprise) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, enterprise);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        }
    }

    @Override
    public Optional<HeldMeter> meter(String enterprise, String meter) throws SQLException {
        String sql = "SELECT id, definition FROM meter WHERE enterprise = ? AND code = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, enterprise);
            select.setString(2, meter);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new HeldMeter(
                                rows.getInt(1),
                                Optional.ofNullable(rows.getString(2)).flatMap(DefinitionJson::decode)))
                        : Optional.empty();
            }
        }
    }

    @Override
    public Map<Integer, String> senders(String enterprise) throws SQLException {
        Map<Integer, String> senders = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id, device FROM sender WHERE enterprise = ?")) {
            select.setString(1, enterprise);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    senders.put(rows.getInt(1), rows.getString(2));
                }
            }
        }
        return senders;
    }

    @Override
    public Selection select(int meter, ReadingKind kind, long begin, long end) throws SQLException {
        return readings.select(meter, kind, begin, end);
    }

    @Override
    public void readings(int meter, Selection selection, Reader reader) throws Exception {
        readings.counting(meter, selection, reader);
    }

    @Override
    public void superseded(int meter, Selection selection, Reader reader) throws Exception {
        readings.superseded(meter, selection, reader);
    }

    @Override
    public SortedMap<LocalDate, Sum> days(int meter, Period period) throws SQLException {
        String sql = """
                SELECT start, amount, measured, interpolated FROM period_sum
                WHERE meter = ? AND kind = 0 AND start >= ? AND start < ?
                """;
        SortedMap<LocalDate, Sum> days = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, meter);
            select.setObject(2, period.start());
            select.setObject(3, period.end());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    days.put(
                            rows.getObject(1, LocalDate.class),
                            new Sum(rows.getLong(2), rows.getLong(3), rows.getLong(4)));
                }
            }
        }
        days.values().removeIf(Sum.ZERO::equals);
        return days;
    }

    @Override
    public Sum sum(int meter, Period period) throws SQLException {
        SumKey key = new SumKey(meter, period);
        return new PeriodSumStore().load(connection, List.of(key)).getOrDefault(key, Sum.ZERO);
    }

    @Override
    public Optional<LocalDate> firstDay(int meter) throws SQLException {
        String sql = """
                SELECT min(start) FROM period_sum
                WHERE meter = ? AND kind = 0 AND (amount <> 0 OR measured <> 0 OR interpolated <> 0)
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, meter);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getObject(1, LocalDate.class)) : Optional.empty();
            }
        }
    }

    @Override
    public List<Restatement> restatements(Figure figure) throws SQLException {
        String sql = """
                SELECT restated_at, cause, registry_offset, unit, old_value, new_value, old_outcome, new_outcome
                FROM restatement WHERE enterprise = ? AND indicator = ? AND kind = ? AND start = ? ORDER BY id
                """;
        List<Restatement> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, figure);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Restatement(
                            rows.getObject(1, OffsetDateTime.class).toInstant(),
                            rows.getString(2),
                            rows.getLong(3),
                            rows.getString(4),
                            Optional.ofNullable(rows.getBigDecimal(5)),
                            Optional.ofNullable(rows.getBigDecimal(6)),
                            Optional.ofNullable(rows.getString(7)),
                            Optional.ofNullable(rows.getString(8))));
                }
            }
        }
        return found;
    }
}
