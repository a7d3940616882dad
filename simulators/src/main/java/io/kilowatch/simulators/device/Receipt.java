package io.kilowatch.simulators.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The gateway's answer to a batch: how many readings it took and which it did not. */
public record Receipt(String batch, int accepted, List<Refusal> refused) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One reading, or the batch as a whole, that was not taken.
     *
     * @param meter empty where the refusal is not about one meter
     * @param code such as {@code unknown-meter}
     */
    public record Refusal(String meter, String code, String message) {}

    /** Copies the refusals. */
    public Receipt {
        refused = List.copyOf(refused);
    }

    /** Reads a receipt; nothing where the payload is none. */
    static Optional<Receipt> parse(byte[] payload) {
        try {
            JsonNode root = JSON.readTree(payload);
            if (!root.isObject()) {
                return Optional.empty();
            }
            List<Refusal> refused = new ArrayList<>();
            for (JsonNode one : root.path("refused")) {
                refused.add(new Refusal(
                        one.path("meter").asText(""),
                        one.path("code").asText(""),
                        one.path("message").asText("")));
            }
            return Optional.of(new Receipt(
                    root.path("batch").asText(""), root.path("accepted").asInt(0), refused));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
