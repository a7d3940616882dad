package io.kilowatch.alerts.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.alerts.state.Alert;
import io.kilowatch.alerts.state.AlertKey;
import io.kilowatch.alerts.state.Figures;
import io.kilowatch.alerts.state.Transition;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Alerts and their history as JSON: decimals as text, instants in ISO 8601 with the business calendar's offset. */
public final class AlertJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BusinessCalendar calendar;

    /** JSON with the times of a calendar. */
    public AlertJson(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /** An alert as it stands. */
    public ObjectNode alert(Alert alert, Optional<Name> enterprise) {
        ObjectNode node = subject(alert.key(), alert.name(), alert.unit());
        enterprise.ifPresent(name -> node.set("enterpriseName", name(name)));
        node.put("status", alert.status().word()).put("qualified", alert.isQualified());
        node.set("reasons", reasons(alert.reservations()));
        figures(node, alert.figures());
        node.put("peak", alert.peak().map(BigDecimal::toPlainString).orElse(null));
        node.put("openedAt", time(alert.openedAt()));
        node.put("since", time(alert.since()));
        node.put("changedAt", time(alert.changedAt()));
        node.put("transitions", alert.seq());
        alert.acknowledgement()
                .ifPresentOrElse(
                        ack -> node.putObject("acknowledged")
                                .put("by", ack.by())
                                .put("note", ack.note())
                                .put("at", time(ack.at())),
                        () -> node.putNull("acknowledged"));
        return node;
    }

    /** One entry of a history, as a message of its own. */
    public ObjectNode message(Transition transition) {
        ObjectNode node = subject(transition.key(), transition.name(), transition.unit());
        node.setAll(entry(transition));
        return node;
    }

    /** One entry of a history. */
    public ObjectNode entry(Transition transition) {
        ObjectNode node = JSON.createObjectNode();
        node.put("seq", transition.seq())
                .put("at", time(transition.at()))
                .put("transition", transition.kind().word())
                .put("status", transition.status().word())
                .put("qualified", !transition.reasons().isEmpty());
        node.set("reasons", reasons(transition.reasons()));
        figures(node, transition.figures());
        return node.put("actor", transition.actor()).put("note", transition.note());
    }

    /** A period with its end. */
    public static ObjectNode period(Period period) {
        return JSON.createObjectNode()
                .put("kind", period.kind().word())
                .put("start", period.start().toString())
                .put("end", period.end().toString());
    }

    /** Both names. */
    public static ObjectNode name(Name name) {
        return JSON.createObjectNode().put("zh", name.zh()).put("en", name.en());
    }

    /** An instant, or null. */
    public @Nullable String time(@Nullable Instant instant) {
        return instant == null
                ? null
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        instant.truncatedTo(ChronoUnit.MILLIS).atZone(calendar.zone()));
    }

    private static ObjectNode subject(AlertKey key, Name name, String unit) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", key.id().toString()).put("enterprise", key.enterprise()).put("indicator", key.indicator());
        node.set("name", name(name));
        node.put("unit", unit);
        node.set("period", period(key.period()));
        return node;
    }

    private void figures(ObjectNode node, Figures figures) {
        node.put("value", figures.value().map(BigDecimal::toPlainString).orElse(null));
        node.put("limit", figures.limit().map(BigDecimal::toPlainString).orElse(null));
        node.put(
                "overshootPercent",
                figures.overshootPercent().map(BigDecimal::toPlainString).orElse(null));
        node.put("completeness", figures.completeness().toPlainString());
        node.put("asOf", time(figures.asOf()));
    }

    private static ArrayNode reasons(List<Reason> reasons) {
        ArrayNode array = JSON.createArrayNode();
        reasons.forEach(reason -> array.addObject()
                .put("code", reason.code())
                .put("zh", reason.text().zh())
                .put("en", reason.text().en()));
        return array;
    }
}
