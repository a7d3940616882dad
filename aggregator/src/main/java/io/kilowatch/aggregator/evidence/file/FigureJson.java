package io.kilowatch.aggregator.evidence.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.evidence.Corrected;
import io.kilowatch.aggregator.evidence.Formula;
import io.kilowatch.aggregator.evidence.IndicatorAccount;
import io.kilowatch.aggregator.evidence.Subject;
import io.kilowatch.domain.Limits;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.Verdict;
import io.kilowatch.domain.Verdict.Judgement;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.util.List;

/**
 * That part of a figure's evidence which follows from its meters' sums, its document and the reference data alone, so that
 * it can be computed again and compared.
 */
public final class FigureJson {
    /** The fields, in their order. */
    public static final List<String> FIELDS = List.of(
            "formula", "account", "factors", "quota", "parts", "corrections", "comparisons", "grade", "declaration");

    private final Verdict verdict;
    private final Subject subject;
    private final ReferenceData reference;
    private final Formula formula;

    private FigureJson(Verdict verdict, Subject subject, ReferenceData reference) {
        this.verdict = verdict;
        this.subject = subject;
        this.reference = reference;
        this.formula = Formula.of(verdict, subject, reference);
    }

    /** All {@link #FIELDS} of a verdict. */
    public static ObjectNode of(Verdict verdict, Subject subject, ReferenceData reference) {
        return new FigureJson(verdict, subject, reference).json();
    }

    private ObjectNode json() {
        ObjectNode json = Texts.JSON.createObjectNode();
        FactorJson factors = new FactorJson(subject, reference);
        new FormulaJson(verdict, factors).write(json.putObject("formula"), formula);
        account(json.putObject("account"));
        json.set("factors", factors.all());
        quota(json);
        parts(json.putArray("parts"));
        ArrayNode corrections = json.putArray("corrections");
        CorrectionJson correction = new CorrectionJson(reference);
        Corrected.of(verdict, subject, reference).forEach(one -> corrections.add(correction.of(one)));
        comparisons(json.putArray("comparisons"));
        verdict.judgement()
                .flatMap(Judgement::grade)
                .ifPresentOrElse(
                        grade -> json.putObject("grade")
                                .put("id", grade.id())
                                .put("document", grade.document())
                                .set("name", EvidenceJson.name(grade.name())),
                        () -> json.putNull("grade"));
        formula.declaration()
                .ifPresentOrElse(
                        declaration -> json.set("declaration", DeclarationJson.of(declaration)),
                        () -> json.putNull("declaration"));
        return json;
    }

    private void account(ObjectNode json) {
        IndicatorAccount account = subject.account();
        json.put("id", account.account().id()).put("indicator", account.word());
        ArrayNode terms = json.putArray("terms");
        for (IndicatorAccount.Part part : account.parts()) {
            String meter = part.term().meter();
            terms.addObject()
                    .put("part", part.word())
                    .put("meter", meter)
                    .put("sign", part.term().deducted() ? "-" : "+")
                    .put("feedstock", part.term().feedstock())
                    .put("conversion", part.term().conversion().orElse(null))
                    .put("counted", part.counted())
                    .put("amount", Micros.toText(subject.sums().amount(meter, verdict.period())))
                    .put(
                            "unit",
                            subject.enterprise().meter(meter).unit().dimension().baseUnit());
        }
    }

    private void quota(ObjectNode json) {
        Judgement judgement = verdict.judgement().orElse(null);
        if (judgement == null || judgement.quota().isEmpty()) {
            json.putNull("quota");
            return;
        }
        ObjectNode quota = json.putObject("quota");
        edition(quota, judgement.quota().get());
        quota.put("judgedLevel", judgement.judgedLevel()).put("limit", EvidenceJson.text(judgement.limit()));
        limits(quota.putObject("limits"), judgement.limits());
    }

    private void parts(ArrayNode json) {
        verdict.judgement().map(Judgement::parts).orElse(List.of()).forEach(part -> {
            ObjectNode node = json.addObject()
                    .put("from", part.from().toString())
                    .put("until", part.until().toString())
                    .put("numerator", EvidenceJson.text(part.numerator()))
                    .put("denominator", part.denominator().toPlainString());
            part.quota()
                    .ifPresentOrElse(quota -> edition(node.putObject("edition"), quota), () -> node.putNull("edition"));
            limits(node.putObject("limits"), part.limits());
        });
    }

    private static void edition(ObjectNode json, Quota quota) {
        json.put("id", quota.id())
                .put("standard", quota.standard())
                .put("effectiveFrom", quota.effectiveFrom().toString())
                .put("unit", quota.unit())
                .put("level1", EvidenceJson.text(quota.level1()))
                .put("level2", EvidenceJson.text(quota.level2()))
                .put("level3", EvidenceJson.text(quota.level3()))
                .put("verified", quota.verified())
                .put("source", quota.source());
        json.set("title", EvidenceJson.name(quota.title()));
        json.set("metric", EvidenceJson.name(quota.metric()));
    }

    private static void limits(ObjectNode json, Limits limits) {
        for (int level = 1; level <= 3; level++) {
            json.put("level" + level, EvidenceJson.text(limits.level(level)));
        }
    }

    private void comparisons(ArrayNode json) {
        verdict.judgement()
                .map(Judgement::comparisons)
                .orElse(List.of())
                .forEach(one -> json.addObject()
                        .put("id", one.id())
                        .put("document", one.document())
                        .put("figure", one.figure().toPlainString())
                        .put("difference", difference(one.figure()))
                        .put("met", one.met())
                        .set("name", EvidenceJson.name(one.name())));
    }

    private @org.jspecify.annotations.Nullable String difference(BigDecimal figure) {
        return EvidenceJson.text(verdict.value().map(figure::subtract));
    }
}
