package io.kilowatch.alerts.http;

import io.kilowatch.alerts.state.Alert;
import io.kilowatch.alerts.wire.AlertJson;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Reason;
import io.kilowatch.platform.table.Cell;
import io.kilowatch.platform.table.Column;
import io.kilowatch.platform.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Alerts as a table. */
record AlertTable(Enterprises enterprises, AlertJson json) {
    private static final List<Column> COLUMNS = Stream.of(
                    "id",
                    "status",
                    "qualified",
                    "enterprise",
                    "name_zh",
                    "name_en",
                    "indicator",
                    "indicator_zh",
                    "indicator_en",
                    "period",
                    "start",
                    "value",
                    "limit",
                    "unit",
                    "overshoot_percent",
                    "peak",
                    "completeness",
                    "as_of",
                    "opened_at",
                    "since",
                    "changed_at",
                    "acknowledged_by",
                    "note",
                    "reasons")
            .map(Column::of)
            .toList();

    /** One row for each alert. */
    Table of(List<Alert> alerts) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Alert alert : alerts) {
            Optional<Name> name = enterprises.name(alert.key().enterprise());
            rows.add(Cell.row(
                    alert.key().id(),
                    alert.status().word(),
                    alert.isQualified(),
                    alert.key().enterprise(),
                    name.map(Name::zh).orElse(""),
                    name.map(Name::en).orElse(""),
                    alert.key().indicator(),
                    alert.name().zh(),
                    alert.name().en(),
                    alert.key().period().kind().word(),
                    alert.key().period().start(),
                    alert.figures().value(),
                    alert.figures().limit(),
                    alert.unit(),
                    alert.figures().overshootPercent(),
                    alert.peak(),
                    alert.figures().completeness(),
                    json.time(alert.figures().asOf()),
                    json.time(alert.openedAt()),
                    json.time(alert.since()),
                    json.time(alert.changedAt()),
                    alert.acknowledgement().map(Alert.Acknowledgement::by).orElse(""),
                    alert.acknowledgement().map(Alert.Acknowledgement::note).orElse(""),
                    alert.reservations().stream().map(Reason::code).collect(Collectors.joining("; "))));
        }
        return Table.of("alerts", COLUMNS, rows);
    }
}
