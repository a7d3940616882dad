package io.kilowatch.alerts.store;

import io.kilowatch.alerts.state.Alert;
import io.kilowatch.alerts.state.AlertKey;
import io.kilowatch.alerts.state.Figures;
import io.kilowatch.alerts.state.Status;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An alert as a row of the table {@code alert}. */
final class AlertRow {
    static final String COLUMNS = """
            id, enterprise, indicator, period_kind, period_start, name_zh, name_en, unit, status, reservations, value,
            limit_value, completeness, as_of, noted_value, noted_limit, noted_completeness, noted_as_of, peak, opened_at,
            since, changed_at, seq, acknowledged_by, acknowledged_note, acknowledged_at
            """;

    private AlertRow() {}

    static Alert read(ResultSet row) throws SQLException {
        String by = row.getString("acknowledged_by");
        return new Alert(
                new AlertKey(
                        row.getString("enterprise"),
                        row.getString("indicator"),
                        new Period(
                                PeriodKind.parse(row.getString("period_kind")),
                                row.getObject("period_start", LocalDate.class))),
                new Name(row.getString("name_zh"), row.getString("name_en")),
                row.getString("unit"),
                Status.parse(row.getString("status")),
                Reasons.read(row.getString("reservations")),
                figures(row, "value", "limit_value", "completeness", "as_of"),
                figures(row, "noted_value", "noted_limit", "noted_completeness", "noted_as_of"),
                decimal(row, "peak"),
                instant(row, "opened_at"),
                instant(row, "since"),
                instant(row, "changed_at"),
                row.getInt("seq"),
                by == null
                        ? Optional.empty()
                        : Optional.of(new Alert.Acknowledgement(
                                by, row.getString("acknowledged_note"), instant(row, "acknowledged_at"))));
    }

    static Figures figures(ResultSet row, String value, String limit, String completeness, String asOf)
            throws SQLException {
        return new Figures(
                decimal(row, value), decimal(row, limit), row.getBigDecimal(completeness), instant(row, asOf));
    }

    static Optional<BigDecimal> decimal(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Binds the columns in their order. */
    static void bind(PreparedStatement statement, Alert alert) throws SQLException {
        AlertKey key = alert.key();
        Object[] values = {
            key.id(),
            key.enterprise(),
            key.indicator(),
            key.period().kind().word(),
            key.period().start(),
            alert.name().zh(),
            alert.name().en(),
            alert.unit(),
            alert.status().word(),
            Reasons.text(alert.reservations()),
            alert.figures().value().orElse(null),
            alert.figures().limit().orElse(null),
            alert.figures().completeness(),
            time(alert.figures().asOf()),
            alert.noted().value().orElse(null),
            alert.noted().limit().orElse(null),
            alert.noted().completeness(),
            time(alert.noted().asOf()),
            alert.peak().orElse(null),
            time(alert.openedAt()),
            time(alert.since()),
            time(alert.changedAt()),
            alert.seq(),
            alert.acknowledgement().map(Alert.Acknowledgement::by).orElse(null),
            alert.acknowledgement().map(Alert.Acknowledgement::note).orElse(null),
            alert.acknowledgement().map(ack -> time(ack.at())).orElse(null),
        };
        bind(statement, values);
    }

    static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
