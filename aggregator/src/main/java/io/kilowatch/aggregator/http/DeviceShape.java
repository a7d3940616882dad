package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.devices.DeviceHealth;
import io.kilowatch.aggregator.devices.DeviceHealth.Link;
import io.kilowatch.aggregator.devices.DeviceHour;
import io.kilowatch.aggregator.devices.PastLink;
import io.kilowatch.domain.BusinessCalendar;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of devices: times with the business calendar's offset, offsets and lateness in milliseconds.
 *
 * @param calendar what times are told in
 */
public record DeviceShape(BusinessCalendar calendar) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    @Nullable
    String time(Optional<Instant> at) {
        return at.map(this::time).orElse(null);
    }

    String time(Instant at) {
        return TIME.format(at.atZone(calendar.zone()).toOffsetDateTime());
    }

    static @Nullable Long number(OptionalLong number) {
        return number.isPresent() ? Long.valueOf(number.getAsLong()) : null;
    }

    /** A device in a list. */
    ObjectNode item(DeviceHealth health, boolean registered) {
        ObjectNode node = Json.object()
                .put("device", health.device().device())
                .put("registered", registered)
                .put("status", health.status().word());
        node.set("concerns", Json.texts(concerns(health)));
        node.put("seenAt", time(health.seenAt()))
                .put("messageAt", time(health.messageAt()))
                .put("readingAt", time(health.readingAt()))
                .put("latenessMillis", number(health.lateness()))
                .put("clockOffsetMillis", number(health.offset()))
                .put("medianClockOffsetMillis", number(health.medianOffset()));
        node.set("connection", health.link().map(this::link).orElse(null));
        node.set(
                "day",
                Json.object()
                        .put("messages", health.day().messages())
                        .put("accepted", health.day().accepted())
                        .put("refused", health.day().refused()));
        node.set(
                "refusedLogin",
                health.refusedLogin()
                        .map(refused -> Json.object()
                                .put("at", time(refused.at()))
                                .put("why", refused.why())
                                .put("address", refused.address()))
                        .orElse(null));
        return node;
    }

    /** What somebody should look at, as words. */
    static List<String> concerns(DeviceHealth health) {
        List<String> concerns = new ArrayList<>();
        if (health.day().refused() > 0) {
            concerns.add("refusals");
        }
        if (Math.abs(health.medianOffset().orElse(0)) > DeviceHealth.WRONG_CLOCK) {
            concerns.add("clock");
        }
        if (health.lateness().orElse(0) > DeviceHealth.LATE) {
            concerns.add("late");
        }
        Instant online = health.link().map(Link::onlineAt).orElse(Instant.MIN);
        if (health.refusedLogin()
                .filter(refused -> refused.at().isAfter(online))
                .isPresent()) {
            concerns.add("login");
        }
        return concerns;
    }

    private ObjectNode link(Link link) {
        return Json.object()
                .put("id", link.connection())
                .put("protocol", link.protocol())
                .put("address", link.address())
                .put("onlineAt", time(link.onlineAt()))
                .put("offlineAt", time(link.offlineAt()))
                .put("ending", link.ending().orElse(null));
    }

    /** A connection with what came over it. */
    ObjectNode past(PastLink past) {
        ObjectNode node = link(past.link())
                .put("open", past.link().fresh())
                .put("toldAt", time(past.toldAt()))
                .put("messages", past.messages())
                .put("accepted", past.accepted())
                .put("refused", past.refused());
        node.set(
                "will",
                past.will()
                        .map(will -> {
                            PayloadText text = PayloadText.of(will.payload());
                            return Json.object()
                                    .put("topic", will.topic())
                                    .put("bytes", will.bytes())
                                    .put("encoding", text.encoding())
                                    .put("content", text.content());
                        })
                        .orElse(null));
        return node;
    }

    /** An hour. */
    ObjectNode hour(DeviceHour hour) {
        ObjectNode node = Json.object()
                .put("at", time(hour.at()))
                .put("messages", hour.messages())
                .put("bytes", hour.bytes())
                .put("accepted", hour.accepted())
                .put("refused", hour.refused());
        node.set("refusals", counts(hour.refusals()));
        return node.put("loginsRefused", hour.loginsRefused())
                .put("latenessMillis", number(hour.lateness()))
                .put("medianClockOffsetMillis", number(hour.medianOffset()));
    }

    static ObjectNode counts(Map<String, Long> counts) {
        ObjectNode node = Json.object();
        new TreeMap<>(counts).forEach(node::put);
        return node;
    }
}
