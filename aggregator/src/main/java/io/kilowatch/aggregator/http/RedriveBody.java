package io.kilowatch.aggregator.http;

import io.kilowatch.platform.http.Refusal;
import io.kilowatch.registry.topics.RejectedId;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a request to redrive says.
 *
 * @param by who wants it
 * @param ids which batches
 * @param filter which batches, in the words of the list's filter; only open ones then, unless it says otherwise
 */
record RedriveBody(String by, List<RejectedId> ids, Map<String, String> filter) {
    private static final int LONGEST_NAME = 80;
    private static final List<String> FILTERS = List.of("enterprise", "device", "code", "from", "to", "state");

    RedriveBody {
        ids = List.copyOf(ids);
        filter = Map.copyOf(filter);
    }

    static RedriveBody of(String body) {
        JsonObject given = object(body);
        Map<String, String> filter = new HashMap<>();
        for (String name : FILTERS) {
            if (given.containsKey(name)) {
                filter.put(name, text(given, name));
            }
        }
        if (!filter.isEmpty()) {
            filter.putIfAbsent("state", "open");
        }
        String by = text(given, "by");
        if (by.isEmpty()) {
            throw Refusal.badRequest("缺少 \"by\"：请写明由谁重投", "\"by\" is missing: say who redrives");
        }
        return new RedriveBody(by, ids(given), filter);
    }

    private static JsonObject object(String body) {
        try {
            return new JsonObject(body);
        } catch (DecodeException e) {
            throw Refusal.badRequest(
                    "请求正文不是如 {\"by\":\"姓名\"} 的 JSON 对象", "the body is not a JSON object such as {\"by\":\"name\"}");
        }
    }

    private static String text(JsonObject object, String field) {
        Object value = object.getValue(field);
        if (value == null) {
            return "";
        }
        if (!(value instanceof String text)
                || text.length() > LONGEST_NAME
                || text.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.badRequest(
                    '"' + field + "\" 应为不超过 " + LONGEST_NAME + " 个字符的文字",
                    '"' + field + "\" must be a text of up to " + LONGEST_NAME + " characters");
        }
        return text.strip();
    }

    private static List<RejectedId> ids(JsonObject object) {
        if (!object.containsKey("ids")) {
            return List.of();
        }
        List<RejectedId> ids = new ArrayList<>();
        if (object.getValue("ids") instanceof JsonArray array && array.size() <= RejectedApi.MOST_REDRIVEN) {
            for (Object id : array) {
                try {
                    ids.add(RejectedId.parse(String.valueOf(id)));
                } catch (IllegalArgumentException e) {
                    throw Refusal.badRequest("\"ids\" 中应为如 3-1204 的编号", "\"ids\" holds ids such as 3-1204");
                }
            }
            return ids;
        }
        throw Refusal.badRequest(
                "\"ids\" 应为最多 " + RejectedApi.MOST_REDRIVEN + " 个编号的数组",
                "\"ids\" must be an array of at most " + RejectedApi.MOST_REDRIVEN + " ids");
    }
}
