package io.kilowatch.alerts.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.domain.InputDefinition;
import io.kilowatch.domain.Name;
import io.kilowatch.platform.http.Reply;
import io.kilowatch.registry.reference.ReferenceData;

/** What the inputs of corrections are called; verdicts name them by their ids. */
final class Inputs {
    private Inputs() {}

    /** {@code GET /api/v1/inputs}. */
    static Reply reply(ReferenceData data) {
        ObjectNode answer = Verdicts.JSON.createObjectNode();
        ArrayNode items = answer.putArray("items");
        data.inputs().forEach(input -> items.add(json(input)));
        return Reply.json(answer.toString());
    }

    private static ObjectNode json(InputDefinition input) {
        ObjectNode node = Verdicts.JSON.createObjectNode().put("input", input.id());
        node.set("name", name(input.name()));
        node.put("unit", input.unit());
        ObjectNode choices = node.putObject("choices");
        input.choices().forEach((number, name) -> choices.set(number.toString(), name(name)));
        return node;
    }

    private static ObjectNode name(Name name) {
        return Verdicts.JSON.createObjectNode().put("zh", name.zh()).put("en", name.en());
    }
}
