package io.kilowatch.alerts.http;

import io.kilowatch.alerts.state.Alert;
import io.kilowatch.alerts.wire.AlertJson;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Alerts as a table. */
record AlertTable(Enterprises enterprises, AlertJson json) {
    /** One row for each alert. */
    Csv of(List<Alert> alerts) {
        Csv csv = new Csv(
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
                "reasons");
        for (Alert alert : alerts) {
            Optional<Name> name = enterprises.name(alert.key().enterprise());
            csv.row(
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
                    text(alert.figures().value()),
                    text(alert.figures().limit()),
                    alert.unit(),
                    text(alert.figures().overshootPercent()),
                    text(alert.peak()),
                    alert.figures().completeness().toPlainString(),
                    json.time(alert.figures().asOf()),
                    json.time(alert.openedAt()),
                    json.time(alert.since()),
                    json.time(alert.changedAt()),
                    alert.acknowledgement().map(Alert.Acknowledgement::by).orElse(""),
                    alert.acknowledgement().map(Alert.Acknowledgement::note).orElse(""),
                    alert.reservations().stream().map(Reason::code).collect(Collectors.joining("; ")));
        }
        return csv;
    }

    private static String text(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("");
    }
}
