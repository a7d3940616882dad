package io.kilowatch.aggregator.evidence.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.evidence.Dossier;
import io.kilowatch.aggregator.evidence.Restatement;
import io.kilowatch.aggregator.evidence.Rules;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Period;
import io.kilowatch.registry.topics.VerdictJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evidence as JSON: decimals as text, times in ISO 8601 with the business calendar's offset. */
public final class EvidenceJson {
    /** What the field {@code format} says; another number would be another shape. */
    public static final String FORMAT = "kilowatch-evidence/2";

    private final Dossier dossier;
    private final BusinessCalendar calendar;

    private EvidenceJson(Dossier dossier) {
        this.dossier = dossier;
        this.calendar = dossier.subject().rules().calendar();
    }

    /** All that is shown of a figure. */
    public static ObjectNode of(Dossier dossier) throws IOException {
        return new EvidenceJson(dossier).json();
    }

    private ObjectNode json() throws IOException {
        ObjectNode json = Texts.JSON.createObjectNode();
        json.put("format", FORMAT);
        Enterprise enterprise = dossier.subject().enterprise();
        json.putObject("enterprise")
                .put("code", enterprise.code().text())
                .put("plant", enterprise.newPlant() ? "new" : "existing")
                .set("name", name(enterprise.name()));
        json.put("indicator", dossier.figure().indicator());
        json.set("name", name(dossier.verdict().name()));
        period(json.putObject("period"));
        rules(json.putObject("rules"));
        json.set("verdict", Texts.JSON.readTree(VerdictJson.encode(dossier.verdict(), calendar)));
        json.setAll(FigureJson.of(dossier.verdict(), dossier.subject(), dossier.reference()));
        MeterJson meters = new MeterJson(dossier);
        ArrayNode list = json.putArray("meters");
        dossier.meters().forEach(file -> list.add(meters.of(file)));
        ArrayNode restatements = json.putArray("restatements");
        dossier.restatements().forEach(one -> restatements.add(restatement(one)));
        return json;
    }

    private void period(ObjectNode json) {
        Period period = dossier.figure().period();
        json.put("kind", period.kind().word())
                .put("start", period.start().toString())
                .put("end", period.end().toString())
                .put("from", Texts.time(calendar.start(period.start()), calendar))
                .put("to", Texts.time(calendar.start(period.end()), calendar));
    }

    private void rules(ObjectNode json) {
        Rules rules = dossier.subject().rules();
        json.put("timeZone", calendar.zone().getId())
                .put("completenessThreshold", rules.threshold().toPlainString())
                .put("deliveryGrace", rules.grace().toString())
                .put("dueUntil", Texts.time(dossier.dueUntil(), calendar))
                .put("registryOffset", dossier.registryOffset().orElse(null));
    }

    private ObjectNode restatement(Restatement one) {
        return Texts.JSON
                .createObjectNode()
                .put("restatedAt", Texts.time(one.restatedAt(), calendar))
                .put("cause", one.cause())
                .put("registryOffset", one.registryOffset())
                .put("unit", one.unit())
                .put("oldValue", text(one.oldValue()))
                .put("newValue", text(one.newValue()))
                .put("oldOutcome", one.oldOutcome().orElse(null))
                .put("newOutcome", one.newOutcome().orElse(null));
    }

    static ObjectNode name(Name name) {
        return Texts.JSON.createObjectNode().put("zh", name.zh()).put("en", name.en());
    }

    static @Nullable String text(Optional<BigDecimal> decimal) {
        return decimal.map(BigDecimal::toPlainString).orElse(null);
    }
}
