package io.kilowatch.alerts.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.topics.VerdictJson;
import java.io.IOException;

/**
 * A verdict with the JSON that it came as.
 *
 * @param verdict what was read
 * @param body the JSON, fields that this version does not know included
 */
public record VerdictRecord(Verdict verdict, String body) {
    /**
     * Reads a record's value.
     *
     * @throws IOException if it is not a verdict
     */
    public static VerdictRecord decode(byte[] value) throws IOException {
        return new VerdictRecord(VerdictJson.decode(value), new String(value, UTF_8));
    }
}
