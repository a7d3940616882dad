package io.kilowatch.registry.topics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.domain.Input;
import io.kilowatch.domain.Limits;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.Reason;
import io.kilowatch.domain.Verdict;
import io.kilowatch.domain.Verdict.Comparison;
import io.kilowatch.domain.Verdict.Grade;
import io.kilowatch.domain.Verdict.Judgement;
import io.kilowatch.domain.Verdict.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The JSON of a verdict's {@link Judgement}: {@code limits} are the levels after correction, {@code quota} has them as published. */
final class JudgementJson {
    private JudgementJson() {}

    static void write(ObjectNode node, Verdict verdict, Judgement judgement) {
        ArrayNode reasons = node.putArray("reasons");
        judgement
                .reasons()
                .forEach(reason ->
                        VerdictJson.put(reasons.addObject(), reason.text()).put("code", reason.code()));
        node.put("judgedLevel", judgement.judgedLevel());
        node.put("limit", VerdictJson.text(judgement.limit()));
        node.put("levelReached", judgement.levelReached().orElse(null));
        node.put("margin", VerdictJson.text(verdict.margin()));
        if (!judgement.limits().equals(Limits.NONE)) {
            write(node.putObject("limits"), judgement.limits());
        }
        judgement.quota().ifPresent(quota -> write(node.putObject("quota"), quota));
        ArrayNode parts = node.putArray("parts");
        judgement.parts().forEach(part -> write(parts.addObject(), part));
        ArrayNode comparisons = node.putArray("comparisons");
        judgement.comparisons().forEach(one -> write(comparisons.addObject(), one));
        judgement
                .grade()
                .ifPresent(grade -> VerdictJson.put(node.putObject("grade"), grade.name())
                        .put("id", grade.id())
                        .put("document", grade.document()));
    }

    private static void write(ObjectNode node, Limits limits) {
        node.put("level1", VerdictJson.text(limits.level1()))
                .put("level2", VerdictJson.text(limits.level2()))
                .put("level3", VerdictJson.text(limits.level3()));
    }

    private static void write(ObjectNode node, Quota quota) {
        node.put("id", quota.id())
                .put("standard", quota.standard())
                .put("nameZh", quota.title().zh())
                .put("nameEn", quota.title().en())
                .put("metricZh", quota.metric().zh())
                .put("metricEn", quota.metric().en())
                .put("unit", quota.unit());
        write(node, new Limits(quota.level1(), quota.level2(), quota.level3()));
        node.put("effectiveFrom", quota.effectiveFrom().toString())
                .put("verified", quota.verified())
                .put("source", quota.source());
    }

    private static void write(ObjectNode node, Part part) {
        node.put("from", part.from().toString())
                .put("until", part.until().toString())
                .put("numerator", VerdictJson.text(part.numerator()))
                .put("denominator", part.denominator().toPlainString());
        part.quota().ifPresent(quota -> write(node.putObject("quota"), quota));
        write(node.putObject("limits"), part.limits());
        ArrayNode inputs = node.putArray("inputs");
        part.inputs()
                .forEach(input -> inputs.addObject()
                        .put("input", input.id())
                        .put("from", input.from().toString())
                        .put("value", input.value().toPlainString()));
    }

    private static void write(ObjectNode node, Comparison comparison) {
        VerdictJson.put(node, comparison.name())
                .put("id", comparison.id())
                .put("document", comparison.document())
                .put("figure", comparison.figure().toPlainString())
                .put("met", comparison.met());
    }

    static Optional<Judgement> read(JsonNode node) {
        if (!node.hasNonNull("outcome")) {
            return Optional.empty();
        }
        JsonNode reached = node.path("levelReached");
        JsonNode limits = node.path("limits");
        return Optional.of(new Judgement(
                Outcome.parse(node.path("outcome").asText()),
                each(node.path("reasons"), one -> new Reason(one.path("code").asText(), VerdictJson.readName(one))),
                readQuota(node.path("quota"), limits),
                node.path("judgedLevel").asInt(),
                VerdictJson.decimal(node, "limit"),
                reached.isInt() ? Optional.of(reached.asInt()) : Optional.empty(),
                readLimits(limits),
                each(node.path("parts"), JudgementJson::readPart),
                each(node.path("comparisons"), JudgementJson::readComparison),
                readGrade(node.path("grade"))));
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> reader) {
        List<T> items = new ArrayList<>();
        array.forEach(one -> items.add(reader.apply(one)));
        return items;
    }

    private static Limits readLimits(JsonNode node) {
        return new Limits(
                VerdictJson.decimal(node, "level1"),
                VerdictJson.decimal(node, "level2"),
                VerdictJson.decimal(node, "level3"));
    }

    private static Optional<Quota> readQuota(JsonNode quota, JsonNode limits) {
        if (!quota.isObject()) {
            return Optional.empty();
        }
        Limits published = readLimits(quota.has("level3") ? quota : limits);
        return Optional.of(new Quota(
                quota.path("id").asText(),
                quota.path("standard").asText(),
                new Name(quota.path("nameZh").asText(), quota.path("nameEn").asText()),
                new Name(quota.path("metricZh").asText(), quota.path("metricEn").asText()),
                quota.path("unit").asText(),
                published.level1(),
                published.level2(),
                published.level3(),
                LocalDate.parse(quota.path("effectiveFrom").asText()),
                quota.path("verified").asBoolean(),
                quota.path("source").asText()));
    }

    private static Part readPart(JsonNode node) {
        return new Part(
                LocalDate.parse(node.path("from").asText()),
                LocalDate.parse(node.path("until").asText()),
                VerdictJson.decimal(node, "numerator"),
                new BigDecimal(node.path("denominator").asText()),
                readQuota(node.path("quota"), node.path("limits")),
                readLimits(node.path("limits")),
                each(
                        node.path("inputs"),
                        input -> new Input(
                                input.path("input").asText(),
                                LocalDate.parse(input.path("from").asText()),
                                new BigDecimal(input.path("value").asText()))));
    }

    private static Comparison readComparison(JsonNode node) {
        return new Comparison(
                node.path("id").asText(),
                VerdictJson.readName(node),
                node.path("document").asText(),
                new BigDecimal(node.path("figure").asText()),
                node.path("met").asBoolean());
    }

    private static Optional<Grade> readGrade(JsonNode node) {
        return node.isObject()
                ? Optional.of(new Grade(
                        node.path("id").asText(),
                        VerdictJson.readName(node),
                        node.path("document").asText()))
                : Optional.empty();
    }
}
