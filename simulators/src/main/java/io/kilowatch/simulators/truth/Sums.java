package io.kilowatch.simulators.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The figures of an enterprise's whole consumption in a period. */
final class Sums {
    private static final BigDecimal KILOWATT_HOURS_PER_CERTIFICATE = BigDecimal.valueOf(1000);
    private static final Set<String> RENEWABLE = Set.of("certificate", "bundled-certificate", "own-generation");

    /** A rule of dual control: whether feedstock is taken off, and which kinds of non-fossil electricity. */
    private record Rule(String id, boolean feedstock, Set<String> kinds) {}

    private static final List<Rule> RULES = List.of(
            new Rule("2021-1310", false, Set.of()),
            new Rule("2022-803", true, Set.of()),
            new Rule("2022-1258", false, Set.of("certificate", "bundled-certificate")),
            new Rule("2024-113", false, Set.of("certificate", "own-generation", "nuclear")));

    private final Subject subject;
    private final JsonNode terms;
    private final List<MeterFacts> meters;
    private final long until;
    private final Stretch days;
    private final Consumer<TrueFigure> taker;

    Sums(Subject subject, JsonNode account, Consumer<TrueFigure> taker) {
        this.subject = subject;
        this.terms = account.path("energy");
        this.meters = subject.meters(terms);
        this.until = subject.furthest(meters);
        this.days = subject.until(until);
        this.taker = taker;
    }

    void tell() {
        byCarrier();
        Optional<BigDecimal> calorific = tce(terms, false, days);
        calorific.ifPresent(sum -> sum("comprehensive-energy", sum, meters));
        tce(terms, true, days).ifPresent(sum -> sum("comprehensive-energy:primary", sum, meters));
        List<JsonNode> feedstock = feedstock();
        if (!feedstock.isEmpty()) {
            tce(feedstock, false, days).ifPresent(sum -> sum("feedstock-energy", sum, meters));
        }
        if (!subject.period().isDay()) {
            intensity("intensity:output-value", "outputValue");
            intensity("intensity:value-added", "valueAdded");
        }
        if (subject.period().isYear()) {
            dualControl();
            calorific.ifPresent(this::budget);
        }
    }

    private void byCarrier() {
        Map<String, List<JsonNode>> byCarrier = new TreeMap<>();
        terms.forEach(term -> byCarrier
                .computeIfAbsent(subject.meter(term).quantity(), id -> new ArrayList<>())
                .add(term));
        byCarrier.forEach(
                (carrier, some) -> sum("energy." + carrier, subject.plain(some, days, until), subject.meters(some)));
    }

    private List<JsonNode> feedstock() {
        List<JsonNode> some = new ArrayList<>();
        terms.forEach(term -> {
            if (term.path("use").asText().equals("feedstock")) {
                some.add(term);
            }
        });
        return some;
    }

    private Optional<BigDecimal> tce(Iterable<JsonNode> some, boolean primary, Stretch stretch) {
        return subject.coal(some, stretch, until, new Factors(subject.document(), primary, false))
                .map(kilograms -> kilograms.movePointLeft(3));
    }

    private void sum(String indicator, BigDecimal sum, List<MeterFacts> of) {
        taker.accept(figure(indicator, sum, BigDecimal.ONE, until, of, Optional.empty()));
    }

    private TrueFigure figure(
            String indicator,
            BigDecimal above,
            BigDecimal below,
            long reaches,
            List<MeterFacts> of,
            Optional<BigDecimal> limit) {
        return new TrueFigure(
                subject.enterprise(),
                indicator,
                subject.period(),
                above,
                below,
                reaches,
                limit.isPresent(),
                limit,
                limit,
                List.of(),
                subject.covers(of),
                Optional.empty());
    }

    /** Over the first months that are known to their end and have the figure. */
    private void intensity(String indicator, String figure) {
        BigDecimal below = BigDecimal.ZERO;
        LocalDate known =
                until > subject.start() ? days.until() : subject.period().start();
        LocalDate reached = subject.period().start();
        while (reached.isBefore(subject.period().end())) {
            LocalDate next = reached.plusMonths(1);
            Optional<BigDecimal> value = economic(reached, figure);
            if (value.isEmpty() || next.isAfter(known)) {
                break;
            }
            below = below.add(value.get());
            reached = next;
        }
        if (below.signum() > 0) {
            Stretch months = new Stretch(subject.period().start(), reached);
            long instant = reached.isBefore(known) ? Days.start(reached) : until;
            BigDecimal denominator = below;
            tce(terms, false, months)
                    .ifPresent(tce ->
                            taker.accept(figure(indicator, tce, denominator, instant, meters, Optional.empty())));
        }
    }

    private Optional<BigDecimal> economic(LocalDate month, String figure) {
        for (JsonNode one : subject.document().path("economics")) {
            if (one.path("month").asText().equals(month.toString().substring(0, 7)) && one.has(figure)) {
                return Optional.of(new BigDecimal(one.path(figure).asText()));
            }
        }
        return Optional.empty();
    }

    private void dualControl() {
        int year = subject.period().start().getYear();
        if (subject.document().path("renewables").size() > 0) {
            sum("renewable-electricity", kilowattHours(RENEWABLE, year), List.of());
        }
        for (Rule rule : RULES) {
            counted(rule, false, year).ifPresent(tce -> sum("dual-control:" + rule.id(), tce, meters));
            counted(rule, true, year).ifPresent(tce -> sum("dual-control:" + rule.id() + ":primary", tce, meters));
        }
    }

    private Optional<BigDecimal> counted(Rule rule, boolean primary, int year) {
        Optional<BigDecimal> total = tce(terms, primary, days);
        Optional<BigDecimal> taken = rule.feedstock() ? tce(feedstock(), primary, days) : Optional.of(BigDecimal.ZERO);
        BigDecimal green = kilowattHours(rule.kinds(), year)
                .multiply(new BigDecimal(primary ? "0.3066" : "0.1229"))
                .movePointLeft(3);
        return total.flatMap(all -> taken.map(stock -> all.subtract(stock).subtract(green)));
    }

    private BigDecimal kilowattHours(Set<String> kinds, int year) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode one : subject.document().path("renewables")) {
            if (one.path("year").asInt() == year
                    && kinds.contains(one.path("kind").asText())) {
                sum = sum.add(
                        one.has("kWh")
                                ? new BigDecimal(one.path("kWh").asText())
                                : new BigDecimal(one.path("certificates").asText())
                                        .multiply(KILOWATT_HOURS_PER_CERTIFICATE));
            }
        }
        return sum;
    }

    private void budget(BigDecimal used) {
        for (JsonNode budget : subject.document().path("budgets")) {
            if (budget.path("year").asInt() == subject.period().start().getYear()) {
                Optional<BigDecimal> limit =
                        Optional.of(new BigDecimal(budget.path("tce").asText()));
                taker.accept(figure("energy-budget", used, BigDecimal.ONE, until, meters, limit));
            }
        }
    }
}
