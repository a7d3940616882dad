package io.kilowatch.registry.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.registry.topics.DeviceEvent.Activity;
import io.kilowatch.registry.topics.DeviceEvent.Ending;
import io.kilowatch.registry.topics.DeviceEvent.LoginRefused;
import io.kilowatch.registry.topics.DeviceEvent.Offline;
import io.kilowatch.registry.topics.DeviceEvent.Online;
import io.kilowatch.registry.topics.DeviceEvent.Redriven;
import io.kilowatch.registry.topics.DeviceEvent.Will;
import io.kilowatch.registry.topics.DeviceEvent.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The JSON of a {@link DeviceEvent}; {@code event} says which it is. */
public final class DeviceEventJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DeviceEventJson() {}

    /** To bytes. */
    public static byte[] encode(DeviceEvent event) {
        ObjectNode node = JSON.createObjectNode();
        node.put("event", word(event));
        node.put("enterprise", event.enterprise()).put("device", event.device()).put("at", event.at());
        if (event instanceof DeviceEvent.OfConnection one) {
            DeviceLink link = one.link();
            node.put("connection", link.channel().connection())
                    .put("protocol", link.channel().protocol());
            node.put("address", link.address()).put("number", link.number());
        }
        if (event instanceof Online online) {
            node.put("within", online.within());
        } else if (event instanceof Offline offline) {
            node.put("ending", offline.ending().word());
            offline.will()
                    .ifPresent(will -> node.putObject("will")
                            .put("topic", will.topic())
                            .put("bytes", will.bytes())
                            .put("payload", will.payload()));
        } else if (event instanceof Activity activity) {
            node.put("from", activity.from()).put("within", activity.within());
            write(node, activity.work());
        } else if (event instanceof LoginRefused refused) {
            node.put("from", refused.from()).put("address", refused.address());
            write(node, "reasons", refused.reasons());
        } else if (event instanceof Redriven redriven) {
            node.put("rejected", redriven.rejected().toString())
                    .put("request", redriven.request().toString());
            node.put("by", redriven.by()).put("accepted", redriven.accepted());
            node.set("refused", RejectedBatchJson.refusals(redriven.refused()));
        }
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String word(DeviceEvent event) {
        if (event instanceof Online) {
            return "online";
        } else if (event instanceof Offline) {
            return "offline";
        } else if (event instanceof Activity) {
            return "activity";
        }
        return event instanceof LoginRefused ? "login-refused" : "redriven";
    }

    private static void write(ObjectNode node, Work work) {
        node.put("messages", work.messages()).put("bytes", work.bytes()).put("accepted", work.accepted());
        write(node, "refused", work.refused());
        work.receivedAt().ifPresent(at -> node.put("receivedAt", at));
        work.newest().ifPresent(at -> node.put("newest", at));
        work.lateness().ifPresent(millis -> node.put("lateness", millis));
        work.offset().ifPresent(millis -> node.put("offset", millis));
        work.medianOffset().ifPresent(millis -> node.put("medianOffset", millis));
    }

    private static void write(ObjectNode node, String field, Map<String, Integer> counts) {
        ObjectNode object = node.putObject(field);
        counts.forEach(object::put);
    }

    /**
     * From bytes.
     *
     * @throws IOException if they are no such event
     */
    public static DeviceEvent decode(byte[] bytes) throws IOException {
        JsonNode json = JSON.readTree(bytes);
        if (json == null
                || !json.path("enterprise").isTextual()
                || !json.path("at").canConvertToLong()) {
            throw new IOException("an event of a device is a JSON object that names its enterprise and time");
        }
        try {
            return event(json);
        } catch (IllegalArgumentException e) {
            throw new IOException("the event cannot be read", e);
        }
    }

    private static DeviceEvent event(JsonNode json) throws IOException {
        String enterprise = json.path("enterprise").asText();
        String device = json.path("device").asText();
        long at = json.path("at").asLong();
        long within = json.path("within").asLong();
        return switch (json.path("event").asText()) {
            case "online" -> new Online(enterprise, device, at, link(json), within);
            case "offline" ->
                new Offline(
                        enterprise,
                        device,
                        at,
                        link(json),
                        Ending.of(json.path("ending").asText()),
                        will(json));
            case "activity" ->
                new Activity(
                        enterprise, device, at, link(json), json.path("from").asLong(at), within, work(json));
            case "login-refused" ->
                new LoginRefused(
                        enterprise,
                        device,
                        at,
                        json.path("from").asLong(at),
                        json.path("address").asText(),
                        counts(json.path("reasons")));
            case "redriven" ->
                new Redriven(
                        enterprise,
                        device,
                        at,
                        RejectedId.parse(json.path("rejected").asText()),
                        UUID.fromString(json.path("request").asText()),
                        json.path("by").asText(),
                        json.path("accepted").asInt(),
                        RejectedBatchJson.refusals(json.path("refused")));
            default -> throw new IOException("there is no event " + json.path("event"));
        };
    }

    private static DeviceLink link(JsonNode json) {
        return new DeviceLink(
                new Channel(
                        json.path("connection").asText(), json.path("protocol").asText()),
                json.path("address").asText(),
                json.path("number").asLong());
    }

    private static Optional<Will> will(JsonNode json) throws IOException {
        JsonNode will = json.path("will");
        byte[] payload = will.path("payload").binaryValue();
        return will.isObject()
                ? Optional.of(new Will(
                        will.path("topic").asText(),
                        will.path("bytes").asInt(),
                        payload == null ? new byte[0] : payload))
                : Optional.empty();
    }

    private static Work work(JsonNode json) {
        return new Work(
                json.path("messages").asInt(),
                json.path("bytes").asLong(),
                json.path("accepted").asInt(),
                counts(json.path("refused")),
                number(json, "receivedAt"),
                number(json, "newest"),
                number(json, "lateness"),
                number(json, "offset"),
                number(json, "medianOffset"));
    }

    private static OptionalLong number(JsonNode json, String field) {
        return json.has(field) ? OptionalLong.of(json.path(field).asLong()) : OptionalLong.empty();
    }

    private static Map<String, Integer> counts(JsonNode json) {
        Map<String, Integer> counts = new HashMap<>();
        json.properties()
                .forEach(field -> counts.put(field.getKey(), field.getValue().asInt()));
        return counts;
    }
}
