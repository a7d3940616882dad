package io.kilowatch.deploy.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** A device on Mosquitto's command line, set up as its card says. */
final class MosquittoDevice {
    private MosquittoDevice() {}

    static Tool.Ended publishing(JsonNode card, String version, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "mosquitto_pub",
                "-V",
                version,
                "-h",
                card.path("host").asText(),
                "-p",
                card.path("port").asText(),
                "--cafile",
                card.path("ca").asText(),
                "-i",
                card.path("clientId").asText(),
                "-q",
                "1",
                "-t",
                card.path("publish").asText(),
                "-m",
                "{\"batch\":\"test-1\",\"readings\":[]}"));
        if (card.has("password")) {
            command.addAll(List.of(
                    "-u",
                    card.path("user").asText(),
                    "-P",
                    card.path("password").asText()));
        } else {
            command.addAll(List.of(
                    "--cert",
                    card.path("certificate").asText(),
                    "--key",
                    card.path("key").asText()));
        }
        command.addAll(List.of(more));
        return Tool.run(command);
    }

    /** The same card with copies of its files, which a rotation writes anew. */
    static JsonNode kept(JsonNode card) throws IOException {
        var copy = (ObjectNode) card.deepCopy();
        for (String file : new String[] {"certificate", "key"}) {
            Path from = Path.of(card.path(file).asText());
            Path to = from.resolveSibling("old-" + from.getFileName());
            copy.put(
                    file,
                    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING).toString());
        }
        return copy;
    }
}
