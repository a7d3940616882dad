package io.kilowatch.registry.topics;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.Reason;
import io.kilowatch.domain.Verdict;
import io.kilowatch.domain.Verdict.Judgement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The JSON of {@link Verdict}: decimals as text, instants in RFC 3339 with the business calendar's offset. */
public final class VerdictJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private VerdictJson() {}

    /** To bytes. */
    public static byte[] encode(Verdict verdict, BusinessCalendar calendar) {
        ObjectNode node = JSON.createObjectNode();
        node.put("enterprise", verdict.enterprise().text());
        node.put("indicator", verdict.indicator());
        node.set("name", name(verdict.name()));
        node.put("unit", verdict.unit());
        node.putObject("period")
                .put("kind", verdict.period().kind().word())
                .put("start", verdict.period().start().toString())
                .put("end", verdict.period().end().toString());
        node.put("value", text(verdict.value()));
        node.put("numerator", text(verdict.numerator()));
        node.put("denominator", text(verdict.denominator()));
        node.put("completeness", verdict.completeness().toPlainString());
        node.put("asOf", time(verdict.asOf(), calendar));
        node.put("outcome", verdict.judgement().map(j -> j.outcome().word()).orElse(null));
        verdict.judgement().ifPresent(judgement -> write(node, verdict, judgement));
        node.put("computedAt", time(verdict.computedAt(), calendar));
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(ObjectNode node, Verdict verdict, Judgement judgement) {
        ArrayNode reasons = node.putArray("reasons");
        judgement.reasons().forEach(reason -> reasons.add(name(reason.text()).put("code", reason.code())));
        node.put("judgedLevel", judgement.judgedLevel());
        node.put("limit", text(judgement.limit()));
        node.put("levelReached", judgement.levelReached().orElse(null));
        node.put("margin", text(verdict.margin()));
        judgement.quota().ifPresent(quota -> {
            node.putObject("limits")
                    .put("level1", text(quota.level1()))
                    .put("level2", text(quota.level2()))
                    .put("level3", text(quota.level3()));
            node.putObject("quota")
                    .put("id", quota.id())
                    .put("standard", quota.standard())
                    .put("nameZh", quota.title().zh())
                    .put("nameEn", quota.title().en())
                    .put("metricZh", quota.metric().zh())
                    .put("metricEn", quota.metric().en())
                    .put("unit", quota.unit())
                    .put("effectiveFrom", quota.effectiveFrom().toString())
                    .put("verified", quota.verified())
                    .put("source", quota.source());
        });
    }

    /**
     * From bytes.
     *
     * @throws IOException if they are not a verdict
     */
    public static Verdict decode(byte[] bytes) throws IOException {
        JsonNode node = JSON.readTree(bytes);
        try {
            return new Verdict(
                    new EnterpriseCode(node.required("enterprise").asText()),
                    node.required("indicator").asText(),
                    readName(node.required("name")),
                    node.required("unit").asText(),
                    readPeriod(node.required("period")),
                    decimal(node, "value"),
                    decimal(node, "numerator"),
                    decimal(node, "denominator"),
                    new BigDecimal(node.required("completeness").asText()),
                    instant(node.required("asOf")),
                    readJudgement(node),
                    instant(node.required("computedAt")));
        } catch (RuntimeException e) {
            throw new IOException("not a verdict: " + e.getMessage(), e);
        }
    }

    private static Optional<Judgement> readJudgement(JsonNode node) {
        if (!node.hasNonNull("outcome")) {
            return Optional.empty();
        }
        List<Reason> reasons = new ArrayList<>();
        node.path("reasons")
                .forEach(one -> reasons.add(new Reason(one.path("code").asText(), readName(one))));
        JsonNode reached = node.path("levelReached");
        return Optional.of(new Judgement(
                Outcome.parse(node.path("outcome").asText()),
                reasons,
                readQuota(node),
                node.path("judgedLevel").asInt(),
                decimal(node, "limit"),
                reached.isInt() ? Optional.of(reached.asInt()) : Optional.empty()));
    }

    private static Optional<Quota> readQuota(JsonNode node) {
        JsonNode quota = node.path("quota");
        if (!quota.isObject()) {
            return Optional.empty();
        }
        JsonNode limits = node.path("limits");
        return Optional.of(new Quota(
                quota.path("id").asText(),
                quota.path("standard").asText(),
                new Name(quota.path("nameZh").asText(), quota.path("nameEn").asText()),
                new Name(quota.path("metricZh").asText(), quota.path("metricEn").asText()),
                quota.path("unit").asText(),
                decimal(limits, "level1"),
                decimal(limits, "level2"),
                decimal(limits, "level3"),
                LocalDate.parse(quota.path("effectiveFrom").asText()),
                quota.path("verified").asBoolean(),
                quota.path("source").asText()));
    }

    private static ObjectNode name(Name name) {
        return JSON.createObjectNode().put("zh", name.zh()).put("en", name.en());
    }

    private static Name readName(JsonNode node) {
        return new Name(node.path("zh").asText(), node.path("en").asText());
    }

    private static Period readPeriod(JsonNode node) {
        return new Period(
                PeriodKind.parse(node.required("kind").asText()),
                LocalDate.parse(node.required("start").asText()));
    }

    private static @org.jspecify.annotations.Nullable String text(Optional<BigDecimal> decimal) {
        return decimal.map(BigDecimal::toPlainString).orElse(null);
    }

    private static Optional<BigDecimal> decimal(JsonNode node, String field) {
        return node.hasNonNull(field)
                ? Optional.of(new BigDecimal(node.get(field).asText()))
                : Optional.empty();
    }

    private static String time(Instant instant, BusinessCalendar calendar) {
        return ISO_OFFSET_DATE_TIME.format(instant.atZone(calendar.zone()));
    }

    private static Instant instant(JsonNode node) {
        return OffsetDateTime.parse(node.asText()).toInstant();
    }
}
