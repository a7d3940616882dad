package io.kilowatch.aggregator.evidence.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.evidence.Declaration;
import io.kilowatch.domain.CarrierFactor;
import io.kilowatch.domain.Declared.Economics;
import io.kilowatch.domain.Declared.Renewable;
import io.kilowatch.domain.DualControlRule;
import java.math.RoundingMode;
import java.util.Locale;

/** What a figure follows from besides its meters, as JSON. */
final class DeclarationJson {
    private DeclarationJson() {}

    static ObjectNode of(Declaration declaration) {
        ObjectNode json = Texts.JSON.createObjectNode();
        if (declaration instanceof Declaration.TakenOff off) {
            takenOff(json, off);
        } else if (declaration instanceof Declaration.Value value) {
            value(json, value);
        } else if (declaration instanceof Declaration.Plan plan) {
            plan(json, plan);
        } else if (declaration instanceof Declaration.Electricity electricity) {
            ArrayNode kinds = json.put("kind", "renewable-electricity").putArray("renewables");
            for (Renewable one : electricity.kinds()) {
                kinds.addObject()
                        .put("id", word(one.kind()))
                        .put("year", one.year())
                        .put("kilowattHours", one.kilowattHours().toPlainString());
            }
        }
        return json;
    }

    private static void takenOff(ObjectNode json, Declaration.TakenOff off) {
        DualControlRule rule = off.rule();
        ObjectNode node = json.put("kind", "dual-control").putObject("rule");
        node.put("id", rule.id()).put("document", rule.document()).set("name", EvidenceJson.name(rule.name()));
        node.put("feedstock", rule.feedstock()).put("renewables", word(rule.renewables()));
        ArrayNode kinds = node.putArray("kinds");
        rule.kinds().stream().map(DeclarationJson::word).sorted().forEach(kinds::add);
        node.put("baseYear", rule.baseYear().orElse(null))
                .put("effectiveFrom", rule.effectiveFrom().toString())
                .put("verified", rule.verified())
                .put("source", rule.source());
        json.put("basis", off.basis().word())
                .put("total", off.total().toPlainString())
                .put("feedstock", off.feedstock().toPlainString());
        ObjectNode electricity = json.putObject("nonFossil")
                .put("kilowattHours", off.nonFossil().year().toPlainString())
                .put("baseYear", off.nonFossil().base().toPlainString())
                .put("deducted", off.nonFossil().deducted().toPlainString());
        off.factor().ifPresent(factor -> factor(electricity.putObject("factor"), factor));
        electricity.put("tce", off.nonFossilTce().toPlainString());
    }

    private static void factor(ObjectNode json, CarrierFactor factor) {
        json.put("kgcePerUnit", EvidenceJson.text(factor.kgcePerUnit()))
                .put("basis", factor.basis().word())
                .put("standard", factor.standard())
                .put("effectiveFrom", factor.effectiveFrom().toString())
                .put("verified", factor.verified())
                .put("source", factor.source());
    }

    private static void value(ObjectNode json, Declaration.Value value) {
        ArrayNode months = json.put("kind", value.outputValue() ? "output-value" : "value-added")
                .put("unit", "万元")
                .putArray("months");
        for (Economics month : value.months()) {
            months.addObject()
                    .put("month", month.month().toString())
                    .put("value", value.of(month).toPlainString());
        }
    }

    private static void plan(ObjectNode json, Declaration.Plan plan) {
        json.put("kind", "energy-budget")
                .put("year", plan.budget().year())
                .put("document", plan.budget().document())
                .put("basis", plan.budget().basis().word())
                .put("tce", plan.budget().tce().toPlainString());
        ArrayNode months = json.putArray("months");
        plan.budget().months().forEach(share -> months.add(share.toPlainString()));
        json.put("until", plan.reached().toString())
                .put(
                        "schedule",
                        plan.schedule().setScale(6, RoundingMode.HALF_EVEN).toPlainString())
                .put("completion", plan.completion().toPlainString());
        plan.grade()
                .ifPresent(grade -> json.putObject("grade")
                        .put("id", grade.id())
                        .put("atLeast", EvidenceJson.text(grade.atLeast()))
                        .put("above", EvidenceJson.text(grade.above()))
                        .put("below", EvidenceJson.text(grade.below()))
                        .put("atMost", EvidenceJson.text(grade.atMost()))
                        .put("document", grade.document())
                        .put("verified", grade.verified())
                        .put("source", grade.source()));
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
