package io.kilowatch.registry.topics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.domain.Name;
import io.kilowatch.registry.topics.RejectedBatch.Property;
import io.kilowatch.registry.topics.RejectedBatch.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The JSON of a {@link RejectedBatch}; the payload is in base64. */
public final class RejectedBatchJson {
    /** How many refusals are spelled out; of the others the places are kept. */
    private static final int MOST = 200;

    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RejectedBatchJson() {}

    /** To bytes. */
    public static byte[] encode(RejectedBatch rejected) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512 + rejected.payload().length * 3 / 2);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("enterprise", rejected.enterprise());
            json.writeStringField("device", rejected.device());
            json.writeStringField("topic", rejected.topic());
            json.writeNumberField("receivedAt", rejected.receivedAt());
            if (rejected.sentAt().isPresent()) {
                json.writeNumberField("sentAt", rejected.sentAt().getAsLong());
            }
            if (!rejected.channel().equals(Channel.UNKNOWN)) {
                json.writeStringField("connection", rejected.channel().connection());
                json.writeStringField("protocol", rejected.channel().protocol());
            }
            properties(json, rejected.properties());
            json.writeNumberField("registry", rejected.registryOffset());
            json.writeStringField("batch", rejected.batch());
            json.writeNumberField("accepted", rejected.accepted());
            refused(json, rejected.refused());
            json.writeBinaryField("payload", rejected.payload());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void properties(JsonGenerator json, List<Property> properties) throws IOException {
        if (properties.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("properties");
        for (Property property : properties) {
            json.writeStartObject();
            json.writeStringField("name", property.name());
            json.writeStringField("value", property.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void refused(JsonGenerator json, List<Refused> refused) throws IOException {
        json.writeNumberField("refusedCount", refused.size());
        json.writeArrayFieldStart("refused");
        for (Refused one : refused.subList(0, Math.min(MOST, refused.size()))) {
            json.writeStartObject();
            if (one.index() != RejectedBatch.WHOLE) {
                json.writeNumberField("index", one.index());
                json.writeStringField("meter", one.meter());
            }
            json.writeStringField("code", one.code());
            json.writeStringField("message", one.message().en());
            json.writeStringField("messageZh", one.message().zh());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (refused.size() > MOST) {
            json.writeArrayFieldStart("more");
            for (Refused one : refused.subList(MOST, refused.size())) {
                json.writeStartArray();
                json.writeNumber(one.index());
                json.writeString(one.code());
                json.writeEndArray();
            }
            json.writeEndArray();
        }
    }

    /**
     * From bytes.
     *
     * @throws IOException if they are not such a record
     */
    public static RejectedBatch decode(byte[] bytes) throws IOException {
        JsonNode json = MAPPER.readTree(bytes);
        if (json == null || !json.isObject() || !json.path("enterprise").isTextual()) {
            throw new IOException("a rejected batch is a JSON object that names its enterprise");
        }
        return new RejectedBatch(
                json.path("enterprise").asText(),
                json.path("device").asText(),
                json.path("topic").asText(),
                json.path("receivedAt").asLong(),
                json.has("sentAt") ? OptionalLong.of(json.path("sentAt").asLong()) : OptionalLong.empty(),
                new Channel(
                        json.path("connection").asText(), json.path("protocol").asText()),
                properties(json.path("properties")),
                json.path("registry").asLong(-1),
                json.path("batch").asText(),
                json.path("accepted").asInt(),
                refused(json),
                payload(json));
    }

    private static byte[] payload(JsonNode json) throws IOException {
        byte[] payload = json.path("payload").binaryValue();
        return payload == null ? new byte[0] : payload;
    }

    private static List<Property> properties(JsonNode array) {
        List<Property> properties = new ArrayList<>();
        for (JsonNode one : array) {
            properties.add(
                    new Property(one.path("name").asText(), one.path("value").asText()));
        }
        return properties;
    }

    private static List<Refused> refused(JsonNode json) {
        List<Refused> refused = new ArrayList<>(refusals(json.path("refused")));
        for (JsonNode more : json.path("more")) {
            refused.add(new Refused(more.path(0).asInt(), "", more.path(1).asText(), new Name("", "")));
        }
        return refused;
    }

    /** Refusals out of a JSON array, as {@link #refusals(List)} writes them. */
    public static List<Refused> refusals(JsonNode array) {
        List<Refused> refused = new ArrayList<>();
        for (JsonNode one : array) {
            String en = one.path("message").asText();
            refused.add(new Refused(
                    one.path("index").asInt(RejectedBatch.WHOLE),
                    one.path("meter").asText(),
                    one.path("code").asText(),
                    new Name(one.path("messageZh").asText(en), en)));
        }
        return refused;
    }

    /** Refusals as a JSON array: of each the place, the meter, the code and the sentence in both languages. */
    public static ArrayNode refusals(List<Refused> refused) {
        ArrayNode array = MAPPER.createArrayNode();
        for (Refused one : refused) {
            ObjectNode node = array.addObject();
            if (one.index() != RejectedBatch.WHOLE) {
                node.put("index", one.index()).put("meter", one.meter());
            }
            node.put("code", one.code());
            node.put("message", one.message().en())
                    .put("messageZh", one.message().zh());
        }
        return array;
    }
}
