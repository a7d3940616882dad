package io.kilowatch.registry.topics;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
        put(node.putObject("name"), verdict.name());
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
        verdict.judgement().ifPresent(judgement -> JudgementJson.write(node, verdict, judgement));
        node.put("computedAt", time(verdict.computedAt(), calendar));
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
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
                    JudgementJson.read(node),
                    instant(node.required("computedAt")));
        } catch (RuntimeException e) {
            throw new IOException("not a verdict: " + e.getMessage(), e);
        }
    }

    static ObjectNode put(ObjectNode node, Name name) {
        return node.put("zh", name.zh()).put("en", name.en());
    }

    static Name readName(JsonNode node) {
        return new Name(node.path("zh").asText(), node.path("en").asText());
    }

    private static Period readPeriod(JsonNode node) {
        return new Period(
                PeriodKind.parse(node.required("kind").asText()),
                LocalDate.parse(node.required("start").asText()));
    }

    static @org.jspecify.annotations.Nullable String text(Optional<BigDecimal> decimal) {
        return decimal.map(BigDecimal::toPlainString).orElse(null);
    }

    static Optional<BigDecimal> decimal(JsonNode node, String field) {
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
