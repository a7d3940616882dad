package io.kilowatch.alerts.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.alerts.intake.Stored;
import io.kilowatch.alerts.metrics.AlertsMetrics;
import io.kilowatch.alerts.state.Alert;
import io.kilowatch.alerts.store.VerdictRecord;
import io.kilowatch.alerts.wire.AlertJson;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.platform.http.Problem;
import io.kilowatch.platform.http.Query;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /api/v1/events}: live changes as server-sent events.
 *
 * <p>Changes are collected and sent twice a second, for each enterprise and period only the newest of each indicator, so
 * that a fast feed does not flood browsers. A browser that does not keep up is dropped; it connects again by itself and
 * reads the lists anew. All state belongs to one event loop.
 */
final class EventStream {
    private static final Logger log = LoggerFactory.getLogger(EventStream.class);
    private static final long TICK_MILLIS = 500;
    private static final long HEARTBEAT_MILLIS = 15_000;
    private static final int MOST_GROUPS_A_TICK = 200;
    private static final int MOST_LISTENERS = 500;
    private static final int MOST_QUEUED_BYTES = 1 << 20;

    private final Vertx vertx;
    private final Context loop;
    private final Enterprises enterprises;
    private final AlertJson json;
    private final AlertsMetrics metrics;
    private final Set<Listener> listeners = new LinkedHashSet<>();
    private final Map<Group, Map<String, VerdictRecord>> verdicts = new LinkedHashMap<>();
    private final Map<UUID, Alert> alerts = new LinkedHashMap<>();
    private long ticks;
    private long heartbeats;

    private record Group(String enterprise, Period period) {}

    private record Listener(HttpServerResponse response, Optional<PeriodKind> period) {}

    EventStream(Vertx vertx, Context loop, Enterprises enterprises, AlertJson json, AlertsMetrics metrics) {
        this.vertx = vertx;
        this.loop = loop;
        this.enterprises = enterprises;
        this.json = json;
        this.metrics = metrics;
    }

    void start() {
        loop.runOnContext(nothing -> {
            ticks = vertx.setPeriodic(TICK_MILLIS, id -> flush());
            heartbeats = vertx.setPeriodic(HEARTBEAT_MILLIS, id -> send(": heartbeat\n\n", Optional.empty()));
        });
    }

    void close() {
        loop.runOnContext(nothing -> {
            vertx.cancelTimer(ticks);
            vertx.cancelTimer(heartbeats);
            Set.copyOf(listeners).forEach(listener -> listener.response().end());
        });
    }

    /** Takes what a transaction has changed; from any thread. */
    void publish(Stored stored) {
        loop.runOnContext(nothing -> {
            if (listeners.isEmpty()) {
                return;
            }
            for (VerdictRecord record : stored.verdicts()) {
                var verdict = record.verdict();
                verdicts.computeIfAbsent(
                                new Group(verdict.enterprise().text(), verdict.period()),
                                group -> new LinkedHashMap<>())
                        .put(verdict.indicator(), record);
            }
            stored.alerts().forEach(alert -> alerts.put(alert.key().id(), alert));
        });
    }

    /** Makes a browser a listener; {@code period} keeps verdicts of other kinds of period away. */
    void listen(RoutingContext context) {
        Optional<PeriodKind> period = Query.of(context).text("period").map(given -> Asked.period(Query.of(context)));
        loop.runOnContext(nothing -> {
            if (listeners.size() >= MOST_LISTENERS) {
                new Problem(503, "Too many listeners", "监听连接过多", "请稍后再试 / try again later").answer(context);
                return;
            }
            HttpServerResponse response = context.response();
            Listener listener = new Listener(response, period);
            response.setChunked(true)
                    .setWriteQueueMaxSize(MOST_QUEUED_BYTES)
                    .putHeader("content-type", "text/event-stream; charset=utf-8")
                    .putHeader("x-accel-buffering", "no")
                    .closeHandler(closed -> forget(listener))
                    .exceptionHandler(fault -> forget(listener));
            response.write("retry: 2000\nevent: hello\ndata: {}\n\n");
            listeners.add(listener);
            metrics.listeners(listeners.size());
        });
    }

    private void forget(Listener listener) {
        listeners.remove(listener);
        metrics.listeners(listeners.size());
    }

    private void flush() {
        if (listeners.isEmpty()) {
            verdicts.clear();
            alerts.clear();
            return;
        }
        alerts.values()
                .forEach(alert -> send(
                        event(
                                "alert",
                                json.alert(alert, enterprises.name(alert.key().enterprise()))),
                        Optional.empty()));
        alerts.clear();
        Iterator<Map.Entry<Group, Map<String, VerdictRecord>>> groups =
                verdicts.entrySet().iterator();
        for (int sent = 0; sent < MOST_GROUPS_A_TICK && groups.hasNext(); sent++) {
            var entry = groups.next();
            groups.remove();
            send(
                    event("verdict", verdicts(entry.getKey(), entry.getValue())),
                    Optional.of(entry.getKey().period().kind()));
        }
    }

    private static ObjectNode verdicts(Group group, Map<String, VerdictRecord> records) {
        ObjectNode node = Verdicts.JSON.createObjectNode().put("enterprise", group.enterprise());
        node.set("period", AlertJson.period(group.period()));
        ArrayNode indicators = node.putArray("indicators");
        records.values().forEach(record -> indicators.add(Verdicts.shortened(Verdicts.parse(record.body()))));
        return node;
    }

    private static String event(String name, ObjectNode data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }

    private void send(String text, Optional<PeriodKind> kind) {
        for (Listener listener : Set.copyOf(listeners)) {
            if (kind.isPresent() && listener.period().isPresent() && !kind.equals(listener.period())) {
                continue;
            }
            if (listener.response().writeQueueFull()) {
                log.debug("listener too slow, dropped [listeners: {}]", listeners.size());
                forget(listener);
                listener.response().reset();
            } else {
                listener.response().write(text);
            }
        }
    }
}
