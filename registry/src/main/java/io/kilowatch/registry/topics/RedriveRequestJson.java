package io.kilowatch.registry.topics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** The JSON of a {@link RedriveRequest}: {@code batch} is the rejected batch as it is on its own topic. */
public final class RedriveRequestJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RedriveRequestJson() {}

    /** To bytes. */
    public static byte[] encode(RedriveRequest request) {
        try {
            ObjectNode node = JSON.createObjectNode()
                    .put("request", request.id().toString())
                    .put("rejected", request.rejected().toString())
                    .put("by", request.by())
                    .put("at", request.at());
            node.set("batch", JSON.readTree(RejectedBatchJson.encode(request.batch())));
            return JSON.writeValueAsBytes(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * From bytes.
     *
     * @throws IOException if they are no such request
     */
    public static RedriveRequest decode(byte[] bytes) throws IOException {
        JsonNode json = JSON.readTree(bytes);
        if (json == null) {
            throw new IOException("a request is a JSON object");
        }
        try {
            return new RedriveRequest(
                    UUID.fromString(json.path("request").asText()),
                    RejectedId.parse(json.path("rejected").asText()),
                    RejectedBatchJson.decode(JSON.writeValueAsBytes(json.path("batch"))),
                    json.path("by").asText(),
                    json.path("at").asLong());
        } catch (IllegalArgumentException e) {
            throw new IOException("the request cannot be read", e);
        }
    }
}
