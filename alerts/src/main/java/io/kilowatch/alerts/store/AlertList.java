package io.kilowatch.alerts.store;

import io.kilowatch.alerts.desk.AlertFile;
import io.kilowatch.alerts.desk.AlertFilter;
import io.kilowatch.alerts.state.Alert;
import io.kilowatch.alerts.state.Status;
import io.kilowatch.alerts.state.Transition;
import io.kilowatch.alerts.state.TransitionKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables {@code alert} and {@code alert_history}, as they are read. */
public final class AlertList {
    /** Alerts, newest first. */
    public List<Alert> list(Connection connection, AlertFilter filter) throws SQLException {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("SELECT " + AlertRow.COLUMNS + " FROM alert WHERE true");
        if (!filter.statuses().isEmpty()) {
            sql.append(" AND status = ANY (?)");
            values.add(connection.createArrayOf(
                    "text", filter.statuses().stream().map(Status::word).toArray()));
        }
        if (filter.enterprises().isPresent()) {
            sql.append(" AND enterprise = ANY (?)");
            values.add(
                    connection.createArrayOf("text", filter.enterprises().get().toArray()));
        }
        if (filter.after().isPresent()) {
            sql.append(" AND (opened_at, id) < (?, ?)");
            values.add(AlertRow.time(filter.after().get().openedAt()));
            values.add(filter.after().get().id());
        }
        sql.append(" ORDER BY opened_at DESC, id DESC LIMIT ?");
        values.add(filter.limit());
        return query(connection, sql.toString(), values);
    }

    /** One alert with its history and the newest verdict of its key. */
    public Optional<AlertFile> file(Connection connection, UUID id) throws SQLException {
        List<Alert> found =
                query(connection, "SELECT " + AlertRow.COLUMNS + " FROM alert WHERE id = ?", List.<Object>of(id));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Alert alert = found.get(0);
        return Optional.of(new AlertFile(alert, history(connection, alert), verdict(connection, alert)));
    }

    private static List<Alert> query(Connection connection, String sql, List<Object> values) throws SQLException {
        List<Alert> alerts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            AlertRow.bind(select, values.toArray());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    alerts.add(AlertRow.read(rows));
                }
            }
        }
        return alerts;
    }

    private static List<Transition> history(Connection connection, Alert alert) throws SQLException {
        String sql = """
                SELECT seq, at, kind, status, value, limit_value, completeness, as_of, reasons, actor, note
                FROM alert_history WHERE alert_id = ? ORDER BY seq
                """;
        List<Transition> history = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, alert.key().id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    history.add(new Transition(
                            alert.key(),
                            alert.name(),
                            alert.unit(),
                            row.getInt("seq"),
                            AlertRow.instant(row, "at"),
                            TransitionKind.parse(row.getString("kind")),
                            Status.parse(row.getString("status")),
                            AlertRow.figures(row, "value", "limit_value", "completeness", "as_of"),
                            Reasons.read(row.getString("reasons")),
                            row.getString("actor"),
                            row.getString("note")));
                }
            }
        }
        return history;
    }

    private static Optional<String> verdict(Connection connection, Alert alert) throws SQLException {
        String sql = """
                SELECT body FROM verdict_current
                WHERE enterprise = ? AND indicator = ? AND period_kind = ? AND period_start = ?
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            AlertRow.bind(
                    select,
                    alert.key().enterprise(),
                    alert.key().indicator(),
                    alert.key().period().kind().word(),
                    alert.key().period().start());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
