package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.figures.EvidencePath;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.topics.VerdictJson;
import java.util.List;
import java.util.Optional;

/** A verdict as the API shows it: in lists without its parts, alone with them. */
final class VerdictItem {
    private static final List<String> FIELDS = List.of(
            "indicator",
            "name",
            "period",
            "value",
            "unit",
            "completeness",
            "asOf",
            "outcome",
            "reasons",
            "judgedLevel",
            "limit",
            "limits",
            "levelReached",
            "margin",
            "comparisons",
            "grade");

    private static final List<String> POINT = List.of(
            "value",
            "completeness",
            "asOf",
            "outcome",
            "limit",
            "limits",
            "judgedLevel",
            "levelReached",
            "comparisons",
            "grade");

    private static final List<String> STEP = List.of("from", "until", "limits");

    private final BusinessCalendar calendar;

    VerdictItem(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /** In a list of one enterprise. */
    ObjectNode of(Verdict verdict) {
        ObjectNode published = Json.read(VerdictJson.encode(verdict, calendar));
        ObjectNode node = Json.object();
        copy(published, node, FIELDS);
        JsonNode quota = published.path("quota");
        if (quota.isObject()) {
            node.put("quota", quota.path("id").asText())
                    .put("standard", quota.path("standard").asText())
                    .put("verified", quota.path("verified").asBoolean());
        }
        return node.put("evidence", EvidencePath.of(verdict));
    }

    /** Alone, with all that was published: the edition it is judged by, its stretches, their inputs. */
    ObjectNode whole(Verdict verdict) {
        return Json.read(VerdictJson.encode(verdict, calendar)).put("evidence", EvidencePath.of(verdict));
    }

    /** In a series of one indicator; where its stretches have limits of their own, with those. */
    ObjectNode point(Verdict verdict) {
        ObjectNode node = Json.object()
                .put("start", verdict.period().start().toString())
                .put("end", verdict.period().end().toString());
        ObjectNode published = Json.read(VerdictJson.encode(verdict, calendar));
        copy(published, node, POINT);
        if (published.path("parts").size() > 1) {
            ArrayNode steps = node.putArray("parts");
            published.path("parts").forEach(part -> copy((ObjectNode) part, steps.addObject(), STEP));
        }
        return node.put("evidence", EvidencePath.of(verdict));
    }

    private static void copy(ObjectNode from, ObjectNode to, List<String> fields) {
        for (String field : fields) {
            if (from.has(field)) {
                to.set(field, from.get(field));
            }
        }
    }

    /** In a list of many; the enterprise may have left the registry. */
    ObjectNode of(Verdict verdict, Optional<Enterprise> enterprise) {
        ObjectNode node = Json.object();
        node.set(
                "enterprise",
                enterprise
                        .map(Json::enterprise)
                        .orElseGet(() ->
                                Json.object().put("code", verdict.enterprise().text())));
        return node.setAll(of(verdict));
    }
}
