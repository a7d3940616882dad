package io.kilowatch.alerts.store;

import io.kilowatch.alerts.desk.Overview;
import io.kilowatch.alerts.state.Status;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the desk reads of the verdicts, and how many alerts stand. */
public final class DeskStore {
    /** What there is, in a few numbers. */
    public Overview overview(Connection connection) throws SQLException {
        String sql = """
                SELECT kind, first, last,
                  (SELECT max(as_of) FROM verdict_current v WHERE v.period_kind = kind AND v.period_start = last) AS as_of
                FROM (
                  SELECT kind,
                    (SELECT min(period_start) FROM verdict_current v WHERE v.period_kind = kind) AS first,
                    (SELECT max(period_start) FROM verdict_current v WHERE v.period_kind = kind) AS last
                  FROM (VALUES ('day'), ('month'), ('year')) AS kinds (kind)) AS spans
                WHERE first IS NOT NULL
                """;
        Map<PeriodKind, Overview.Span> spans = new EnumMap<>(PeriodKind.class);
        Optional<Instant> asOf = Optional.empty();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                spans.put(
                        PeriodKind.parse(rows.getString("kind")),
                        new Overview.Span(
                                rows.getObject("first", LocalDate.class), rows.getObject("last", LocalDate.class)));
                Instant reached = AlertRow.instant(rows, "as_of");
                asOf = asOf.filter(reached::isBefore).or(() -> Optional.of(reached));
            }
        }
        Map<Status, Long> counts = counts(connection);
        return new Overview(
                asOf, spans, counts.getOrDefault(Status.OPEN, 0L), counts.getOrDefault(Status.ACKNOWLEDGED, 0L));
    }

    private static Map<Status, Long> counts(Connection connection) throws SQLException {
        String sql = "SELECT status, count(*) FROM alert WHERE status <> 'cleared' GROUP BY status";
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                counts.put(Status.parse(rows.getString(1)), rows.getLong(2));
            }
        }
        return counts;
    }

    /** The worst outcome of each enterprise in a period. */
    public Map<String, Outcome> outcomes(Connection connection, Period period) throws SQLException {
        String sql = """
                SELECT enterprise, bool_or(outcome = 'exceeds'), bool_or(outcome = 'cannot-be-judged')
                FROM verdict_current
                WHERE period_kind = ? AND period_start = ? AND outcome IS NOT NULL
                GROUP BY enterprise
                """;
        Map<String, Outcome> outcomes = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            AlertRow.bind(select, period.kind().word(), period.start());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Outcome second = rows.getBoolean(3) ? Outcome.CANNOT_BE_JUDGED : Outcome.WITHIN;
                    outcomes.put(rows.getString(1), rows.getBoolean(2) ? Outcome.EXCEEDS : second);
                }
            }
        }
        return outcomes;
    }

    /** The judged verdicts and comprehensive energy of enterprises in a period. */
    public List<String> headlines(Connection connection, Collection<String> enterprises, Period period)
            throws SQLException {
        String sql = """
                SELECT body FROM verdict_current
                WHERE enterprise = ANY (?) AND period_kind = ? AND period_start = ?
                  AND (outcome IS NOT NULL OR indicator LIKE 'comprehensive%')
                ORDER BY enterprise, indicator
                """;
        return bodies(
                connection, sql, texts(connection, enterprises), period.kind().word(), period.start());
    }

    /** Every verdict of an enterprise in a range of periods, oldest first. */
    public List<String> verdicts(
            Connection connection, String enterprise, PeriodKind kind, LocalDate from, LocalDate to)
            throws SQLException {
        String sql = """
                SELECT body FROM verdict_current
                WHERE enterprise = ? AND period_kind = ? AND period_start BETWEEN ? AND ?
                ORDER BY period_start, indicator
                """;
        return bodies(connection, sql, enterprise, kind.word(), from, to);
    }

    /** How many alerts of each enterprise stand. */
    public Map<String, Integer> standing(Connection connection, Collection<String> enterprises) throws SQLException {
        String sql = """
                SELECT enterprise, count(*) FROM alert
                WHERE enterprise = ANY (?) AND status <> 'cleared'
                GROUP BY enterprise
                """;
        Map<String, Integer> standing = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, texts(connection, enterprises));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    standing.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        return standing;
    }

    private static List<String> bodies(Connection connection, String sql, Object... values) throws SQLException {
        List<String> bodies = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            AlertRow.bind(select, values);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    bodies.add(rows.getString(1));
                }
            }
        }
        return bodies;
    }

    private static java.sql.Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
