package io.kilowatch.simulators.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The results of a load as a JSON list. */
final class LoadJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LoadJson() {}

    static void write(List<LoadResult> results, Path file) throws IOException {
        ArrayNode list = JSON.createArrayNode();
        results.forEach(result -> put(list.addObject(), result));
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), list);
    }

    private static void put(ObjectNode node, LoadResult result) {
        node.put("name", result.name())
                .put("offered", result.offered())
                .put("devices", result.devices())
                .put("readingsPerMessage", result.readings())
                .put("seconds", result.seconds())
                .put("acknowledged", result.acknowledged())
                .put("messagesPerSecond", result.perSecond())
                .put("readingsPerSecond", result.readingsPerSecond())
                .put("unsent", result.unsent())
                .put("unacknowledged", result.unacknowledged())
                .put("refused", result.refused())
                .put("lost", result.lost());
        Latency latency = result.latency();
        node.putObject("latencyMs")
                .put("count", latency.count())
                .put("p50", latency.p50())
                .put("p90", latency.p90())
                .put("p99", latency.p99())
                .put("p99.9", latency.p999())
                .put("max", latency.max());
    }
}
