package io.kilowatch.aggregator.evidence.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.accounting.CoalFactor;
import io.kilowatch.aggregator.accounting.FacilityEnergy;
import io.kilowatch.aggregator.evidence.Formula;
import io.kilowatch.aggregator.evidence.Subject;
import io.kilowatch.domain.CarrierFactor;
import io.kilowatch.registry.reference.ReferenceData;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What amounts were multiplied with to become coal equivalent, each once, with where it comes from. */
final class FactorJson {
    private final Subject subject;
    private final ReferenceData reference;
    private final Map<String, ObjectNode> factors = new LinkedHashMap<>();

    FactorJson(Subject subject, ReferenceData reference) {
        this.subject = subject;
        this.reference = reference;
    }

    /** Takes up the factor of an item and gives its figure. */
    @Nullable
    String number(Formula.Item item, CoalFactor factor) {
        String carrier = subject.enterprise()
                .meter(item.part().term().meter())
                .measures()
                .id();
        ObjectNode json = Texts.JSON.createObjectNode().put("carrier", carrier);
        if (factor instanceof CoalFactor.Standard standard) {
            json.put("origin", "standard");
            row(json, standard.row());
        } else if (factor instanceof CoalFactor.Measured measured) {
            measured(json, item, measured);
        } else if (factor instanceof CoalFactor.Steam steam) {
            steam(json, item, steam);
        } else if (factor instanceof CoalFactor.Missing missing) {
            json.put("origin", "missing")
                    .put("code", missing.reason().code())
                    .set("reason", EvidenceJson.name(missing.reason().text()));
        }
        factors.putIfAbsent(json.toString(), json);
        return factor instanceof CoalFactor.Known known ? known.kgce().toPlainString() : null;
    }

    private static void row(ObjectNode json, CarrierFactor row) {
        json.put("kgcePerUnit", EvidenceJson.text(row.kgcePerUnit()))
                .put("basis", row.basis().word())
                .put("scope", row.scope().orElse(null))
                .put("least", EvidenceJson.text(row.least()))
                .put("most", EvidenceJson.text(row.most()))
                .put("standard", row.standard())
                .put("effectiveFrom", row.effectiveFrom().toString())
                .put("verified", row.verified())
                .put("source", row.source());
    }

    private void measured(ObjectNode json, Formula.Item item, CoalFactor.Measured measured) {
        json.put("origin", "measured")
                .put("kgcePerUnit", measured.kgce().toPlainString())
                .put("kilojoules", measured.measured().kilojoules().toPlainString())
                .put("from", measured.measured().from().toString())
                .put(
                        "kilojoulesPerKgce",
                        reference
                                .constant(FacilityEnergy.KILOJOULES, item.days().from())
                                .toPlainString());
        ArrayNode meters = json.putArray("meters");
        measured.measured().meters().forEach(meters::add);
    }

    private static void steam(ObjectNode json, Formula.Item item, CoalFactor.Steam steam) {
        json.put("origin", "steam")
                .put("meter", item.part().term().meter())
                .put("kgcePerUnit", steam.kgce().toPlainString())
                .put("megapascals", steam.state().megapascals().toPlainString())
                .put("celsius", steam.state().celsius().toPlainString())
                .put("from", steam.state().from().toString())
                .put("enthalpy", steam.enthalpy().toPlainString())
                .put("formulation", "IAPWS-IF97");
        row(json.putObject("heat").put("carrier", steam.heat().carrier()), steam.heat());
    }

    ArrayNode all() {
        ArrayNode json = Texts.JSON.createArrayNode();
        factors.values().forEach(json::add);
        return json;
    }
}
