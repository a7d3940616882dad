package io.kilowatch.alerts.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Period;
import io.kilowatch.platform.table.Cell;
import io.kilowatch.platform.table.Column;
import io.kilowatch.platform.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Verdicts as tables and as series. */
final class VerdictTables {
    private static final List<Column> COLUMNS = Stream.of(
                    "enterprise",
                    "name_zh",
                    "name_en",
                    "region",
                    "industry",
                    "plant",
                    "period",
                    "start",
                    "indicator",
                    "indicator_zh",
                    "indicator_en",
                    "value",
                    "unit",
                    "limit",
                    "judged_level",
                    "level_reached",
                    "margin",
                    "completeness",
                    "outcome",
                    "reasons",
                    "standard",
                    "verified",
                    "as_of")
            .map(Column::of)
            .toList();
    private static final List<String> POINT =
            List.of("value", "limit", "judgedLevel", "completeness", "outcome", "levelReached", "asOf");
    private static final List<String> WHERE_KNOWN = List.of("comparisons", "grade");

    private VerdictTables() {}

    /** One row for each verdict; an enterprise without any has a row too. */
    static Table enterprises(List<Enterprise> page, Optional<Period> period, Map<String, List<JsonNode>> verdicts) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Enterprise one : page) {
            List<JsonNode> own = verdicts.getOrDefault(one.code().text(), List.of());
            if (own.isEmpty()) {
                rows.add(Cell.row(
                        one.code(),
                        one.name().zh(),
                        one.name().en(),
                        one.region(),
                        one.industry(),
                        one.newPlant() ? "new" : "existing",
                        period.map(p -> p.kind().word()),
                        period.map(Period::start)));
            }
            own.forEach(verdict -> rows.add(row(one, verdict)));
        }
        return Table.of("verdicts", COLUMNS, rows);
    }

    /** One row for each verdict. */
    static Table series(Enterprise enterprise, List<JsonNode> verdicts) {
        List<List<Cell>> rows = new ArrayList<>();
        verdicts.forEach(verdict -> rows.add(row(enterprise, verdict)));
        return Table.of("verdicts", COLUMNS, rows);
    }

    private static List<Cell> row(Enterprise one, JsonNode verdict) {
        StringBuilder reasons = new StringBuilder();
        verdict.path("reasons")
                .forEach(reason -> reasons.append(reasons.isEmpty() ? "" : "; ")
                        .append(reason.path("zh").asText())
                        .append(" / ")
                        .append(reason.path("en").asText()));
        JsonNode quota = verdict.path("quota");
        return Cell.row(
                one.code(),
                one.name().zh(),
                one.name().en(),
                one.region(),
                one.industry(),
                one.newPlant() ? "new" : "existing",
                Verdicts.text(verdict.path("period"), "kind"),
                Verdicts.text(verdict.path("period"), "start"),
                Verdicts.text(verdict, "indicator"),
                Verdicts.text(verdict.path("name"), "zh"),
                Verdicts.text(verdict.path("name"), "en"),
                Verdicts.number(verdict, "value"),
                Verdicts.text(verdict, "unit"),
                Verdicts.number(verdict, "limit"),
                Verdicts.number(verdict, "judgedLevel"),
                Verdicts.number(verdict, "levelReached"),
                Verdicts.number(verdict, "margin"),
                Verdicts.number(verdict, "completeness"),
                Verdicts.text(verdict, "outcome"),
                reasons,
                Verdicts.text(quota, "standard"),
                Verdicts.text(quota, "verified"),
                Verdicts.text(verdict, "asOf"));
    }

    /** The limits inside a period of several stretches, to be drawn as steps. */
    private static Optional<ArrayNode> steps(JsonNode parts) {
        if (parts.size() < 2) {
            return Optional.empty();
        }
        ArrayNode steps = Verdicts.JSON.createArrayNode();
        for (JsonNode part : parts) {
            ObjectNode step = steps.addObject();
            List.of("from", "until", "limits").forEach(field -> step.set(field, part.get(field)));
        }
        return Optional.of(steps);
    }

    /** One series for each indicator, in the order of the verdicts given. */
    static ArrayNode series(List<JsonNode> verdicts) {
        Map<String, ObjectNode> series = new LinkedHashMap<>();
        for (JsonNode verdict : verdicts) {
            ObjectNode one = series.computeIfAbsent(verdict.path("indicator").asText(), indicator -> {
                ObjectNode node = Verdicts.JSON.createObjectNode().put("indicator", indicator);
                node.set("name", verdict.get("name"));
                node.set("unit", verdict.get("unit"));
                node.putArray("points");
                return node;
            });
            ObjectNode point = one.withArray("points").addObject();
            point.set("start", verdict.path("period").get("start"));
            point.set("end", verdict.path("period").get("end"));
            POINT.forEach(field -> point.set(field, verdict.get(field)));
            WHERE_KNOWN.stream()
                    .filter(field -> !verdict.path(field).isEmpty())
                    .forEach(field -> point.set(field, verdict.get(field)));
            steps(verdict.path("parts")).ifPresent(steps -> point.set("parts", steps));
        }
        ArrayNode all = Verdicts.JSON.createArrayNode();
        all.addAll(series.values());
        return all;
    }
}
