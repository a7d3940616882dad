package io.kilowatch.simulators.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.kilowatch.simulators.truth.TrueFigure;
import io.kilowatch.simulators.truth.TruthFile;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Compares every figure and every alert with the truth. */
public final class Check {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final String EXCEEDS = "exceeds";

    private final CheckConfig config;
    private final Services services;
    private final InstantSource clock;
    private final Acknowledgements acknowledgements;

    /** A check whose patience runs by a real clock. */
    public Check(CheckConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        this.services = new Services(config.aggregator(), config.desk());
        this.acknowledgements = Acknowledgements.of(config.journal());
    }

    /** Compares, again and again while patience lasts and not all agrees. */
    public Findings run() throws InterruptedException {
        Instant begun = clock.instant();
        while (true) {
            Findings findings = once();
            if (findings.fine() || Duration.between(begun, clock.instant()).compareTo(config.patience()) >= 0) {
                return findings;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
    }

    private Findings once() {
        Findings findings = new Findings();
        new TruthFile(config.truth()).read(enterprise -> compare(enterprise, findings));
        return findings;
    }

    private void compare(TruthFile.OfEnterprise truth, Findings findings) {
        findings.enterprise();
        truth.awaited().forEach(alert -> findings.awaited(truth.code() + ' ' + alert));
        Map<String, JsonNode> said = new HashMap<>();
        services.figures(truth.code()).forEach(item -> said.put(key(item), item));
        Map<String, String> outcomes = new HashMap<>();
        Map<String, Optional<LocalDate>> since = new HashMap<>();
        for (TrueFigure figure : truth.figures()) {
            String key = key(figure);
            JsonNode item = said.remove(key);
            if (item == null) {
                findings.missing(truth.code() + ' ' + key);
                continue;
            }
            long due = due(figure);
            figure.outcome(due, config.threshold()).ifPresent(outcome -> outcomes.put(key, outcome));
            since.put(key, figure.since());
            List<String> differences = differences(figure, item, due);
            if (differences.isEmpty()) {
                findings.exact();
            } else {
                findings.wrong(truth.code() + ' ' + key + ": " + String.join("; ", differences));
            }
        }
        said.keySet().forEach(key -> findings.unexpected(truth.code() + ' ' + key));
        alerts(truth, outcomes, since, findings);
    }

    private static String key(TrueFigure figure) {
        return figure.indicator()
                + ' '
                + figure.period().kind()
                + ' '
                + figure.period().start();
    }

    private static String key(JsonNode item) {
        JsonNode period = item.path("period");
        return item.path("indicator").asText()
                + ' '
                + period.path("kind").asText()
                + ' '
                + period.path("start").asText();
    }

    /** Up to when readings should have come when the service last judged a figure. */
    private long due(TrueFigure figure) {
        LongSupplier now = () -> clock.instant().toEpochMilli();
        if (figure.isSettled(Long.MIN_VALUE)) {
            return now.getAsLong();
        }
        Optional<JsonNode> whole = services.figure(
                figure.enterprise(),
                figure.indicator(),
                figure.period().kind(),
                figure.period().start().toString());
        long judged = whole.map(
                        node -> instant(node.path("computedAt").asText()).toEpochMilli())
                .orElseGet(now::getAsLong);
        return judged - config.grace().toMillis();
    }

    private List<String> differences(TrueFigure figure, JsonNode item, long due) {
        List<String> differences = new ArrayList<>();
        number("value", figure.value(), item.path("value"), differences);
        number("completeness", Optional.of(figure.completeness(due)), item.path("completeness"), differences);
        Instant until = Instant.ofEpochMilli(figure.until());
        if (!instant(item.path("asOf").asText()).equals(until)) {
            differences.add("reaches to " + item.path("asOf").asText() + " instead of " + until);
        }
        String outcome = figure.outcome(due, config.threshold()).orElse("none");
        String said = item.path("outcome").isTextual() ? item.path("outcome").asText() : "none";
        if (!outcome.equals(said)) {
            differences.add("outcome " + said + " instead of " + outcome);
        }
        if (figure.judged()) {
            number("limit", figure.limit(), item.path("limit"), differences);
            Set<String> reasons = new TreeSet<>(figure.reasons(due, config.threshold()));
            Set<String> given = new TreeSet<>();
            item.path("reasons").forEach(reason -> given.add(reason.path("code").asText()));
            if (!reasons.equals(given)) {
                differences.add("reasons " + given + " instead of " + reasons);
            }
        }
        return differences;
    }

    private static void number(String what, Optional<BigDecimal> expected, JsonNode said, List<String> differences) {
        Optional<BigDecimal> given = said.isTextual() ? Optional.of(new BigDecimal(said.asText())) : Optional.empty();
        boolean same = expected.isPresent() && given.isPresent()
                ? expected.get().compareTo(given.get()) == 0
                : expected.isEmpty() && given.isEmpty();
        if (!same) {
            differences.add(what + ' ' + given.map(BigDecimal::toPlainString).orElse("none") + " instead of "
                    + expected.map(BigDecimal::toPlainString).orElse("none"));
        }
    }

    private void alerts(
            TruthFile.OfEnterprise truth,
            Map<String, String> outcomes,
            Map<String, Optional<LocalDate>> since,
            Findings findings) {
        Map<String, JsonNode> open = new HashMap<>();
        for (JsonNode alert : services.alerts(truth.code())) {
            if (alert.path("status").asText().equals("cleared")) {
                findings.cleared();
            } else {
                open.put(key(alert), alert);
            }
        }
        for (TruthFile.Alert expected : truth.alerts()) {
            String key = expected.indicator() + ' ' + expected.kind() + ' ' + expected.start();
            if (!EXCEEDS.equals(outcomes.get(key))) {
                continue; // Too little of the period is there for the service to judge it.
            }
            JsonNode alert = open.remove(key);
            if (alert == null) {
                findings.missed(truth.code() + ' ' + key);
            } else {
                findings.found(latency(truth.code(), since.getOrDefault(key, Optional.empty()), alert));
            }
        }
        open.forEach((key, alert) -> {
            boolean stands = "cannot-be-judged".equals(outcomes.get(key))
                    && alert.path("qualified").asBoolean();
            if (stands) {
                findings.reserved(truth.code() + ' ' + key);
            } else {
                findings.falseAlert(truth.code() + ' ' + key);
            }
        });
    }

    private List<Duration> latency(String enterprise, Optional<LocalDate> since, JsonNode alert) {
        Instant opened = instant(alert.path("openedAt").asText());
        return since.flatMap(day -> acknowledgements.latency(enterprise, day, opened)).stream()
                .toList();
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
