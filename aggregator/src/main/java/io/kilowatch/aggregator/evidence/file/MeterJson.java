package io.kilowatch.aggregator.evidence.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.evidence.Dossier;
import io.kilowatch.aggregator.evidence.MeterFile;
import io.kilowatch.aggregator.evidence.MeterFile.Edges;
import io.kilowatch.aggregator.evidence.Reappraisal;
import io.kilowatch.aggregator.ledger.Mark;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Meter.Measured;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.Multiplier;
import io.kilowatch.domain.Replacement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One meter of a figure's evidence as JSON. */
final class MeterJson {
    private final Dossier dossier;
    private final Reappraisal reappraisal;
    private final BusinessCalendar calendar;

    MeterJson(Dossier dossier) {
        this.dossier = dossier;
        this.reappraisal = dossier.reappraisal();
        this.calendar = dossier.subject().rules().calendar();
    }

    ObjectNode of(MeterFile file) {
        Meter meter = file.meter();
        ObjectNode json = Texts.JSON.createObjectNode().put("id", meter.id());
        json.set("name", EvidenceJson.name(meter.name()));
        json.put("device", meter.device())
                .put(
                        meter.measures() instanceof Measured.Energy ? "carrier" : "product",
                        meter.measures().id());
        definition(json.putObject("definition"), meter);
        json.putObject("sums")
                .put("amount", Micros.toText(file.sum().amount()))
                .put("unit", meter.unit().dimension().baseUnit())
                .put("measuredMillis", file.sum().measured())
                .put("interpolatedMillis", file.sum().interpolated())
                .put(
                        "completeness",
                        reappraisal.completeness(meter.id(), dossier.dueUntil()).toPlainString());
        json.put("coveredUntil", file.coveredUntil() == Long.MIN_VALUE ? null : time(file.coveredUntil()));
        readings(json.putObject("readings"), file);
        ObjectNode superseded = json.putObject("superseded").put("count", file.supersededCount());
        superseded.set("listed", points(file.superseded()));
        return json;
    }

    private static void definition(ObjectNode json, Meter meter) {
        json.put("kind", meter.kind().word())
                .put("unit", meter.unit().symbol())
                .put("interval", meter.interval().name())
                .put("digits", meter.digits().orElse(null))
                .put("maximumPower", EvidenceJson.text(meter.maximumPower()))
                .put("from", meter.from().map(Object::toString).orElse(null))
                .put("to", meter.to().map(Object::toString).orElse(null));
        ArrayNode multipliers = json.putArray("multipliers");
        for (Multiplier one : meter.multipliers()) {
            multipliers.addObject().put("from", one.from().toString()).put("value", plain(one.value()));
        }
        ArrayNode replacements = json.putArray("replacements");
        for (Replacement one : meter.replacements()) {
            replacements
                    .addObject()
                    .put("at", one.at().toString())
                    .put("finalRegister", plain(one.finalRegister()))
                    .put("initialRegister", plain(one.initialRegister()));
        }
    }

    private void readings(ObjectNode json, MeterFile file) {
        json.put("kept", file.kept().word());
        Edges edges = file.edges();
        json.set("before", point(edges.before()));
        json.set("first", point(edges.first()));
        json.set("last", point(edges.last()));
        json.set("after", point(edges.after()));
        ObjectNode counts = json.putObject("counts");
        int doubted = 0;
        for (Mark mark : Mark.values()) {
            int count = count(file.counts(), mark);
            counts.put(mark.word(), count);
            doubted += mark.counts() ? 0 : count;
        }
        json.put("suspectCount", doubted);
        json.set("suspect", points(file.suspect()));
    }

    private static int count(Map<Mark, Integer> counts, Mark mark) {
        return counts.getOrDefault(mark, 0);
    }

    private ArrayNode points(List<Point> points) {
        ArrayNode json = Texts.JSON.createArrayNode();
        points.forEach(one -> json.add(point(Optional.of(one))));
        return json;
    }

    private JsonNode point(Optional<Point> point) {
        return point.<JsonNode>map(one -> Texts.JSON
                        .createObjectNode()
                        .put("at", time(one.at()))
                        .put("kind", one.kind().word())
                        .put("value", Micros.toText(one.value()))
                        .put("source", one.source().word())
                        .put("mark", one.mark().word())
                        .put("receivedAt", time(one.receivedAt()))
                        .put("sender", dossier.senders().getOrDefault(one.sender(), "")))
                .orElseGet(Texts.JSON::nullNode);
    }

    private String time(long millis) {
        return Texts.time(millis, calendar);
    }

    private static String plain(BigDecimal decimal) {
        return decimal.toPlainString();
    }
}
