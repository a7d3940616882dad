package io.kilowatch.alerts.store;

import io.kilowatch.alerts.state.Alert;
import io.kilowatch.alerts.state.Transition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The tables {@code alert} and {@code alert_history}, as they are written. */
public final class AlertStore {
    private static final String LOCK =
            "SELECT " + AlertRow.COLUMNS + " FROM alert WHERE id = ANY (?) ORDER BY id FOR UPDATE";

    private static final String WRITE = "INSERT INTO alert (" + AlertRow.COLUMNS + ") " + """
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
              status = excluded.status, reservations = excluded.reservations, value = excluded.value,
              limit_value = excluded.limit_value, completeness = excluded.completeness, as_of = excluded.as_of,
              noted_value = excluded.noted_value, noted_limit = excluded.noted_limit,
              noted_completeness = excluded.noted_completeness, noted_as_of = excluded.noted_as_of,
              peak = excluded.peak, since = excluded.since, changed_at = excluded.changed_at, seq = excluded.seq,
              acknowledged_by = excluded.acknowledged_by, acknowledged_note = excluded.acknowledged_note,
              acknowledged_at = excluded.acknowledged_at
            """;

    private static final String APPEND = """
            INSERT INTO alert_history
              (alert_id, seq, at, kind, status, value, limit_value, completeness, as_of, reasons, actor, note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            """;

    /** Those of the ids that exist, held until the transaction ends. */
    public Map<UUID, Alert> lock(Connection connection, Collection<UUID> ids) throws SQLException {
        Map<UUID, Alert> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Alert alert = AlertRow.read(rows);
                    found.put(alert.key().id(), alert);
                }
            }
        }
        return found;
    }

    /** Writes alerts as they stand and adds entries to the history; an entry that exists already is a fault. */
    public void write(Connection connection, Collection<Alert> alerts, List<Transition> transitions)
            throws SQLException {
        if (!alerts.isEmpty()) {
            List<Alert> ordered = alerts.stream()
                    .sorted(Comparator.comparing(alert -> alert.key().id()))
                    .toList();
            try (PreparedStatement write = connection.prepareStatement(WRITE)) {
                for (Alert alert : ordered) {
                    AlertRow.bind(write, alert);
                    write.addBatch();
                }
                write.executeBatch();
            }
        }
        append(connection, transitions);
    }

    private static void append(Connection connection, List<Transition> transitions) throws SQLException {
        if (transitions.isEmpty()) {
            return;
        }
        try (PreparedStatement append = connection.prepareStatement(APPEND)) {
            for (Transition transition : transitions) {
                AlertRow.bind(
                        append,
                        transition.key().id(),
                        transition.seq(),
                        AlertRow.time(transition.at()),
                        transition.kind().word(),
                        transition.status().word(),
                        transition.figures().value().orElse(null),
                        transition.figures().limit().orElse(null),
                        transition.figures().completeness(),
                        AlertRow.time(transition.figures().asOf()),
                        Reasons.text(transition.reasons()),
                        transition.actor(),
                        transition.note());
                append.addBatch();
            }
            append.executeBatch();
        }
    }

    /** How many alerts stand, open or acknowledged. */
    public long standing(Connection connection) throws SQLException {
        String sql = "SELECT count(*) FROM alert WHERE status <> 'cleared'";
        try (PreparedStatement count = connection.prepareStatement(sql);
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
