package io.kilowatch.aggregator.evidence.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.accounting.FacilityEnergy;
import io.kilowatch.aggregator.accounting.OutputFactor;
import io.kilowatch.aggregator.evidence.Formula;
import io.kilowatch.aggregator.evidence.FormulaText;
import io.kilowatch.domain.IndicatorUnit;
import io.kilowatch.domain.Input;
import io.kilowatch.domain.OutputConversion;
import io.kilowatch.domain.Reason;
import io.kilowatch.domain.Verdict;
import java.util.List;

/** A formula as JSON: part by part, term by term. */
final class FormulaJson {
    private final Verdict verdict;
    private final FactorJson factors;

    FormulaJson(Verdict verdict, FactorJson factors) {
        this.verdict = verdict;
        this.factors = factors;
    }

    void write(ObjectNode json, Formula formula) {
        json.put("text", formula.text())
                .put("numerator", EvidenceJson.text(verdict.numerator()))
                .put("denominator", EvidenceJson.text(verdict.denominator()))
                .put("value", EvidenceJson.text(verdict.value()))
                .put("unit", verdict.unit());
        IndicatorUnit.parse(verdict.unit())
                .ifPresent(unit -> json.put(
                                "unitBelow",
                                unit.baseUnits().toPlainString()
                                        + ' '
                                        + unit.dimension().baseUnit())
                        .put("scale", unit.scale().toPlainString()));
        ArrayNode parts = json.putArray("parts");
        formula.parts().forEach(part -> write(parts.addObject(), part));
    }

    private void write(ObjectNode json, Formula.Part part) {
        json.put("from", part.days().from().toString())
                .put("until", part.days().until().toString())
                .put("text", FormulaText.of(verdict, part))
                .put("numerator", EvidenceJson.text(part.numerator()))
                .put("denominator", EvidenceJson.text(part.denominator()));
        items(json.putArray("above"), part.above());
        items(json.putArray("below"), part.below());
        part.facility().ifPresent(energy -> facility(json.putObject("facility"), energy));
    }

    private static void facility(ObjectNode json, FacilityEnergy energy) {
        json.put("electricity", energy.electricity().toPlainString())
                .put("megajoules", energy.heat().toPlainString())
                .put("kgce", energy.coal().toPlainString())
                .put("kilojoulesPerKgce", energy.kilojoules().toPlainString())
                .put("kilowattHours", energy.kilowattHours().toPlainString());
    }

    private void items(ArrayNode json, List<Formula.Item> items) {
        for (Formula.Item item : items) {
            ObjectNode node = json.addObject()
                    .put("part", item.part().word())
                    .put("meter", item.part().term().meter())
                    .put("sign", item.part().term().deducted() ? "-" : "+")
                    .put("from", item.days().from().toString())
                    .put("until", item.days().until().toString())
                    .put("amount", item.amount().toPlainString())
                    .put("unit", item.unit());
            if (item.factor() instanceof Formula.Factor.Coal coal) {
                node.put("kgcePerUnit", factors.number(item, coal.factor()))
                        .put("kgce", EvidenceJson.text(item.product()));
            } else if (item.factor() instanceof Formula.Factor.Output output) {
                conversion(node.putObject("conversion"), output.factor());
                node.put("converted", EvidenceJson.text(item.product()));
            }
        }
    }

    private static void conversion(ObjectNode json, OutputFactor factor) {
        if (factor instanceof OutputFactor.Known known) {
            OutputConversion conversion = known.conversion();
            json.put("id", conversion.id())
                    .put("expression", conversion.expression())
                    .put("figure", known.figure().toPlainString())
                    .put("standard", conversion.standard())
                    .put("clause", conversion.clause())
                    .put("effectiveFrom", conversion.effectiveFrom().toString())
                    .put("verified", conversion.verified())
                    .put("source", conversion.source());
            json.set("name", EvidenceJson.name(conversion.name()));
            ArrayNode inputs = json.putArray("inputs");
            for (Input input : known.inputs()) {
                inputs.addObject()
                        .put("input", input.id())
                        .put("from", input.from().toString())
                        .put("value", input.value().toPlainString());
            }
        } else if (factor instanceof OutputFactor.Unknown unknown) {
            ArrayNode reasons = json.putArray("reasons");
            for (Reason reason : unknown.reasons()) {
                reasons.addObject().put("code", reason.code()).set("text", EvidenceJson.name(reason.text()));
            }
        }
    }
}
