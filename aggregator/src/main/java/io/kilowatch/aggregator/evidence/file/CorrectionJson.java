package io.kilowatch.aggregator.evidence.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.accounting.Correction;
import io.kilowatch.aggregator.evidence.Corrected;
import io.kilowatch.domain.Input;
import io.kilowatch.domain.InputDefinition;
import io.kilowatch.domain.QuotaRule;
import io.kilowatch.registry.reference.ReferenceData;
import java.util.Locale;
import java.util.Optional;

/** A rule that limits were corrected by, as JSON. */
final class CorrectionJson {
    private final ReferenceData reference;

    CorrectionJson(ReferenceData reference) {
        this.reference = reference;
    }

    ObjectNode of(Corrected one) {
        QuotaRule rule = one.rule();
        ObjectNode json = Texts.JSON
                .createObjectNode()
                .put("from", one.from().toString())
                .put("until", one.until().toString())
                .put("kind", rule.kind().name().toLowerCase(Locale.ROOT))
                .put("quota", rule.quota())
                .put("standard", rule.standard())
                .put("clause", rule.clause())
                .put("expression", rule.expression());
        json.set("text", EvidenceJson.name(rule.text()));
        json.put("verified", rule.verified()).put("source", rule.source());
        ArrayNode inputs = json.putArray("inputs");
        one.inputs().forEach(input -> input(inputs.addObject(), input));
        ArrayNode missing = json.putArray("missing");
        one.missing().forEach(missing::add);
        ArrayNode levels = json.putArray("levels");
        one.steps().forEach(step -> step(levels.addObject(), step));
        return json;
    }

    private void input(ObjectNode json, Input input) {
        Optional<InputDefinition> definition = reference.input(input.id());
        json.put("input", input.id())
                .put("from", input.from().toString())
                .put("value", input.value().toPlainString())
                .put("unit", definition.map(InputDefinition::unit).orElse(null))
                .put(
                        "origin",
                        definition
                                .map(one -> one.origin()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'))
                                .orElse(null));
        definition.ifPresent(one -> json.set("name", EvidenceJson.name(one.name())));
    }

    private static void step(ObjectNode json, Correction.Step step) {
        json.put("level", step.level().orElse(null))
                .put("before", EvidenceJson.text(step.before()))
                .put("after", EvidenceJson.text(step.after()));
    }
}
