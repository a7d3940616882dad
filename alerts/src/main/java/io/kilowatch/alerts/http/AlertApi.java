package io.kilowatch.alerts.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.alerts.desk.Acknowledged;
import io.kilowatch.alerts.desk.AlertFile;
import io.kilowatch.alerts.desk.AlertFilter;
import io.kilowatch.alerts.desk.Cursor;
import io.kilowatch.alerts.desk.Desk;
import io.kilowatch.alerts.state.Alert;
import io.kilowatch.alerts.state.Status;
import io.kilowatch.alerts.wire.AlertJson;
import io.kilowatch.platform.http.Format;
import io.kilowatch.platform.http.Query;
import io.kilowatch.platform.http.Refusal;
import io.kilowatch.platform.http.Reply;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Alerts: the list, one of them, and taking note of one. */
final class AlertApi {
    private static final int PAGE = 100;
    private static final int LONGEST_PAGE = 500;
    private static final int LONGEST_TABLE = 10_000;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_NOTE = 2_000;

    private final Desk desk;
    private final Enterprises enterprises;
    private final AlertJson json;
    private final Optional<URI> evidence;

    AlertApi(Desk desk, Enterprises enterprises, AlertJson json, Optional<URI> evidence) {
        this.desk = desk;
        this.enterprises = enterprises;
        this.json = json;
        this.evidence = evidence;
    }

    /** {@code GET /api/v1/alerts}. */
    Reply list(Query query) throws Exception {
        Set<Status> statuses = Set.copyOf(
                query.words("status", Status::parse, "open、acknowledged 或 cleared", "open, acknowledged or cleared"));
        Optional<Cursor> cursor = query.parsed(
                "cursor", Cursor::parse, "上一次应答中的 next", "the \"next\" of an earlier answer, as it was given");
        Format format = Asked.list(query);
        int limit = format == Format.JSON ? query.limit(PAGE, LONGEST_PAGE) : query.limit(LONGEST_TABLE, LONGEST_TABLE);
        List<Alert> found = desk.alerts(new AlertFilter(statuses, whose(query), cursor, limit + 1));
        List<Alert> page = found.subList(0, Math.min(limit, found.size()));
        if (format != Format.JSON) {
            return Reply.table(new AlertTable(enterprises, json).of(page), format, "alerts");
        }
        ObjectNode node = Verdicts.JSON.createObjectNode();
        ArrayNode items = node.putArray("items");
        page.forEach(alert -> items.add(json(alert)));
        node.put(
                "next", found.size() > limit ? Cursor.after(page.get(limit - 1)).text() : null);
        return Reply.json(node.toString());
    }

    private Optional<Collection<String>> whose(Query query) {
        Optional<String> enterprise = query.text("enterprise");
        Optional<String> region = query.text("region");
        if (region.isEmpty()) {
            return enterprise.map(List::of);
        }
        return Optional.of(enterprises.matching(region, Optional.empty()).stream()
                .map(one -> one.code().text())
                .filter(code -> enterprise.map(code::equals).orElse(true))
                .toList());
    }

    private ObjectNode json(Alert alert) {
        return json.alert(alert, enterprises.name(alert.key().enterprise()));
    }

    /** {@code GET /api/v1/alerts/{id}}. */
    Reply detail(Query query) throws Exception {
        UUID id = id(query);
        AlertFile file = desk.alert(id).orElseThrow(() -> unknown(id));
        ObjectNode node = json(file.alert());
        ArrayNode history = node.putArray("history");
        file.history().forEach(entry -> history.add(json.entry(entry)));
        node.set("verdict", file.verdict().map(Verdicts::parse).orElse(null));
        node.put("evidence", evidence.map(base -> evidence(base, file.alert())).orElse(null));
        return Reply.json(node.toString());
    }

    private static String evidence(URI base, Alert alert) {
        String indicator = URLEncoder.encode(alert.key().indicator(), StandardCharsets.UTF_8);
        return base + "api/v1/enterprises/" + alert.key().enterprise() + "/indicators/" + indicator + '/'
                + alert.key().period().kind().word() + '/'
                + alert.key().period().start() + "/evidence";
    }

    /** {@code POST /api/v1/alerts/{id}/acknowledge} with {@code {"by","note"}}. */
    Reply acknowledge(Query query, String body) throws Exception {
        UUID id = id(query);
        JsonObject given = object(body);
        String by = text(given, "by", LONGEST_NAME);
        if (by.isEmpty()) {
            throw Refusal.badRequest("缺少 \"by\"：请写明由谁知悉", "\"by\" is missing: say who takes note");
        }
        Acknowledged outcome = desk.acknowledge(id, by, text(given, "note", LONGEST_NOTE));
        if (outcome instanceof Acknowledged.Done done) {
            return Reply.json(json(done.alert()).toString());
        }
        if (outcome instanceof Acknowledged.Refused refused) {
            throw Refusal.conflict(
                    "此告警的状态为 " + refused.status().word() + "，已无须知悉",
                    "the alert is " + refused.status().word() + "; there is nothing to acknowledge any more");
        }
        throw unknown(id);
    }

    private static JsonObject object(String body) {
        try {
            return new JsonObject(body);
        } catch (DecodeException e) {
            throw Refusal.badRequest(
                    "请求正文不是如 {\"by\":\"姓名\",\"note\":\"\"} 的 JSON 对象",
                    "the body is not a JSON object such as {\"by\":\"name\",\"note\":\"\"}");
        }
    }

    private static String text(JsonObject object, String field, int longest) {
        Object value = object.getValue(field);
        if (value == null) {
            return "";
        }
        if (!(value instanceof String text)) {
            throw Refusal.badRequest('"' + field + "\" 应为文字", '"' + field + "\" must be a text");
        }
        String stripped = text.strip();
        if (stripped.length() > longest) {
            throw Refusal.badRequest(
                    '"' + field + "\" 超过 " + longest + " 个字符",
                    '"' + field + "\" is longer than " + longest + " characters");
        }
        if (stripped.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw Refusal.badRequest('"' + field + "\" 含有控制字符", '"' + field + "\" contains control characters");
        }
        return stripped;
    }

    private static UUID id(Query query) {
        String text = query.inPath("id");
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("没有告警 \"" + text + "\"；其编号为 UUID", "no alert \"" + text + "\"; its id is a UUID");
        }
    }

    private static Refusal unknown(UUID id) {
        return Refusal.notFound("没有告警 \"" + id + '"', "no alert \"" + id + '"');
    }
}
