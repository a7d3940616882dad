package io.kilowatch.alerts.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.alerts.desk.Desk;
import io.kilowatch.alerts.desk.Overview;
import io.kilowatch.alerts.wire.AlertJson;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.platform.http.Format;
import io.kilowatch.platform.http.Query;
import io.kilowatch.platform.http.Refusal;
import io.kilowatch.platform.http.Reply;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Enterprises with their verdicts. */
final class EnterpriseApi {
    private static final int PAGE = 500;
    private static final int LONGEST_PAGE = 1_000;
    private static final int LONGEST_TABLE = 10_000;

    private final Desk desk;
    private final Enterprises enterprises;
    private final AlertJson json;
    private final Optional<URI> console;

    EnterpriseApi(Desk desk, Enterprises enterprises, AlertJson json, Optional<URI> console) {
        this.desk = desk;
        this.enterprises = enterprises;
        this.json = json;
        this.console = console;
    }

    /** {@code GET /api/v1/summary}: totals of a period. */
    Reply summary(Query query) throws Exception {
        Overview overview = desk.overview();
        List<Enterprise> known = enterprises.matching(query.text("region"), Optional.empty());
        ObjectNode node = Verdicts.JSON.createObjectNode();
        node.put("asOf", json.time(overview.asOf().orElse(null)));
        node.put("console", console.map(URI::toString).orElse(null));
        Optional<Period> period = period(query, overview);
        Map<String, Outcome> outcomes = period.isPresent() ? desk.outcomes(period.get()) : Map.of();
        node.set("period", period.map(AlertJson::period).orElse(null));
        ObjectNode counts = node.putObject("enterprises").put("total", known.size());
        for (Outcome outcome : Outcome.values()) {
            counts.put(
                    outcome.word(),
                    known.stream()
                            .filter(one -> outcomes.get(one.code().text()) == outcome)
                            .count());
        }
        node.putObject("alerts").put("open", overview.open()).put("acknowledged", overview.acknowledged());
        ObjectNode periods = node.putObject("periods");
        overview.spans()
                .forEach((kind, span) -> periods.putObject(kind.word())
                        .put("first", span.first().toString())
                        .put("last", span.last().toString()));
        return Reply.json(node.toString());
    }

    /** {@code GET /api/v1/enterprises}. */
    Reply list(Query query) throws Exception {
        List<Enterprise> all = enterprises.matching(query.text("region"), query.text("q"));
        String cursor = query.text("cursor").orElse("");
        List<Enterprise> rest = all.stream()
                .filter(one -> one.code().text().compareTo(cursor) > 0)
                .toList();
        Format format = Asked.list(query);
        int limit = format == Format.JSON ? query.limit(PAGE, LONGEST_PAGE) : query.limit(LONGEST_TABLE, LONGEST_TABLE);
        List<Enterprise> page = rest.subList(0, Math.min(limit, rest.size()));
        Optional<Period> period = period(query, desk.overview());
        Map<String, List<JsonNode>> verdicts = headlines(page, period);
        if (format != Format.JSON) {
            return Reply.table(VerdictTables.enterprises(page, period, verdicts), format, "enterprises");
        }
        Map<String, Integer> standing = desk.standing(codes(page));
        ObjectNode node = Verdicts.JSON.createObjectNode();
        node.set("period", period.map(AlertJson::period).orElse(null));
        ArrayNode items = node.putArray("items");
        for (Enterprise one : page) {
            items.add(item(
                    one,
                    verdicts.getOrDefault(one.code().text(), List.of()),
                    standing.getOrDefault(one.code().text(), 0)));
        }
        boolean more = page.size() < rest.size();
        node.put("next", more ? page.get(page.size() - 1).code().text() : null);
        return Reply.json(node.toString());
    }

    private static ObjectNode item(Enterprise enterprise, List<JsonNode> verdicts, int standing) {
        ObjectNode node = Enterprises.json(enterprise).put("alerts", standing).put("outcome", worst(verdicts));
        ArrayNode indicators = node.putArray("indicators");
        verdicts.forEach(verdict -> indicators.add(Verdicts.shortened(verdict)));
        return node;
    }

    /** {@code GET /api/v1/enterprises/{code}}. */
    Reply detail(Query query) throws Exception {
        Enterprise enterprise = known(query);
        Optional<Period> period = period(query, desk.overview());
        List<JsonNode> verdicts = List.of();
        if (period.isPresent()) {
            LocalDate start = period.get().start();
            verdicts = Verdicts.ordered(
                    desk.verdicts(enterprise.code().text(), period.get().kind(), start, start));
        }
        ObjectNode node = Enterprises.detail(enterprise);
        int standing = desk.standing(codes(List.of(enterprise)))
                .getOrDefault(enterprise.code().text(), 0);
        node.put("alerts", standing).put("outcome", worst(verdicts));
        node.set("period", period.map(AlertJson::period).orElse(null));
        node.putArray("indicators").addAll(verdicts);
        return Reply.json(node.toString());
    }

    /** {@code GET /api/v1/enterprises/{code}/indicators}: every indicator over time. */
    Reply series(Query query) throws Exception {
        Enterprise enterprise = known(query);
        PeriodKind kind = Asked.period(query);
        Overview.Span span = desk.overview().spans().get(kind);
        LocalDate to = query.date("to").orElse(span == null ? LocalDate.of(9999, 1, 1) : span.last());
        LocalDate from = query.date("from")
                .orElse(
                        switch (kind) {
                            case DAY -> to.minusDays(61);
                            case MONTH -> to.minusMonths(23);
                            case YEAR -> to.minusYears(9);
                        });
        List<JsonNode> verdicts =
                Verdicts.ordered(desk.verdicts(enterprise.code().text(), kind, from, to));
        Format format = Asked.list(query);
        if (format != Format.JSON) {
            return Reply.table(VerdictTables.series(enterprise, verdicts), format, "indicators-" + enterprise.code());
        }
        ObjectNode node = Verdicts.JSON.createObjectNode();
        node.put("enterprise", enterprise.code().text())
                .put("period", kind.word())
                .put("from", from.toString())
                .put("to", to.toString());
        node.set("series", VerdictTables.series(verdicts));
        return Reply.json(node.toString());
    }

    private Enterprise known(Query query) {
        String code = query.inPath("code");
        return enterprises
                .find(code)
                .orElseThrow(() ->
                        Refusal.notFound("没有登记用能单位 \"" + code + '"', "no enterprise \"" + code + "\" is registered"));
    }

    private Map<String, List<JsonNode>> headlines(List<Enterprise> page, Optional<Period> period) throws Exception {
        Map<String, List<JsonNode>> verdicts = new HashMap<>();
        if (period.isPresent() && !page.isEmpty()) {
            Verdicts.ordered(desk.headlines(codes(page), period.get()))
                    .forEach(verdict -> verdicts.computeIfAbsent(
                                    verdict.path("enterprise").asText(), code -> new ArrayList<>())
                            .add(verdict));
        }
        return verdicts;
    }

    /** The period asked for; without {@code at} the newest that anybody has a verdict of. */
    private static Optional<Period> period(Query query, Overview overview) {
        PeriodKind kind = Asked.period(query);
        Optional<LocalDate> newest =
                Optional.ofNullable(overview.spans().get(kind)).map(Overview.Span::last);
        return query.date("at").or(() -> newest).map(kind::containing);
    }

    private static List<String> codes(List<Enterprise> enterprises) {
        return enterprises.stream().map(one -> one.code().text()).toList();
    }

    private static @org.jspecify.annotations.Nullable String worst(List<JsonNode> verdicts) {
        for (Outcome outcome : List.of(Outcome.EXCEEDS, Outcome.CANNOT_BE_JUDGED, Outcome.WITHIN)) {
            if (verdicts.stream().anyMatch(one -> one.path("outcome").asText().equals(outcome.word()))) {
                return outcome.word();
            }
        }
        return null;
    }
}
