package io.kilowatch.simulators.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One enterprise in one period: what its meters come to, and how far they reach. */
final class Subject {
    private final JsonNode document;
    private final Map<String, MeterFacts> meters;
    private final Map<String, Days> days;
    private final TruthPeriod period;
    private final long start;
    private final long end;

    Subject(JsonNode document, Map<String, MeterFacts> meters, Map<String, Days> days, TruthPeriod period) {
        this.document = document;
        this.meters = meters;
        this.days = days;
        this.period = period;
        this.start = Days.start(period.start());
        this.end = Days.start(period.end());
    }

    JsonNode document() {
        return document;
    }

    TruthPeriod period() {
        return period;
    }

    String enterprise() {
        return document.at("/enterprise/code").asText();
    }

    long start() {
        return start;
    }

    MeterFacts meter(JsonNode term) {
        MeterFacts meter = meters.get(term.path("meter").asText());
        if (meter == null) {
            throw new IllegalArgumentException("an account names the meter " + term.path("meter") + ", which is none");
        }
        return meter;
    }

    private Days days(MeterFacts meter) {
        return days.getOrDefault(meter.id(), new Days());
    }

    private long covered(MeterFacts meter) {
        return Math.max(start, Math.min(end, days(meter).coveredUntil()));
    }

    /** How far into the period all of the meters reach together: whole days, unless it is a day or they reach its end. */
    long together(List<MeterFacts> some) {
        long least = some.stream().mapToLong(this::covered).min().orElse(end);
        long most = furthest(some);
        if (least >= end) {
            return end;
        }
        if (period.isDay()) {
            return least == most ? least : start;
        }
        return Math.max(start, Days.start(Days.dayOf(least)));
    }

    /** How far into the period the furthest of the meters reaches. */
    long furthest(List<MeterFacts> some) {
        return some.stream().mapToLong(this::covered).max().orElse(start);
    }

    /** The days up to an instant; a day that is not over counts whole, and none of them is the whole period. */
    Stretch until(long instant) {
        boolean inside = instant > start && instant < end;
        return new Stretch(period.start(), inside ? Days.dayOf(instant - 1).plusDays(1) : period.end());
    }

    /** What flowed through a meter on some days, in base units; nothing where the figure reaches nowhere. */
    BigDecimal amount(MeterFacts meter, Stretch stretch, long until) {
        return until <= start
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(days(meter).amount(stretch.from(), stretch.until()), 6);
    }

    /** The signed sum of some terms on some days, in base units. */
    BigDecimal plain(Iterable<JsonNode> terms, Stretch stretch, long until) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode term : terms) {
            sum = signed(term, amount(meter(term), stretch, until), sum);
        }
        return sum;
    }

    /** The signed sum of some terms on some days in kg of coal equivalent; nothing where a factor is not known. */
    Optional<BigDecimal> coal(Iterable<JsonNode> terms, Stretch stretch, long until, Factors factors) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode term : terms) {
            MeterFacts meter = meter(term);
            BigDecimal kilograms = BigDecimal.ZERO;
            for (Stretch part : stretch.cut(factors.changes(meter.quantity()))) {
                Optional<BigDecimal> factor = factors.of(meter, part.from());
                if (factor.isEmpty()) {
                    return Optional.empty();
                }
                kilograms = kilograms.add(amount(meter, part, until).multiply(factor.get()));
            }
            sum = signed(term, kilograms, sum);
        }
        return Optional.of(sum);
    }

    private static BigDecimal signed(JsonNode term, BigDecimal amount, BigDecimal sum) {
        return term.path("sign").asText("+").equals("-") ? sum.subtract(amount) : sum.add(amount);
    }

    /** How much some meters cover, those that do alike once. */
    List<Cover> covers(List<MeterFacts> some) {
        LinkedHashSet<Cover> covers = new LinkedHashSet<>();
        for (MeterFacts meter : some) {
            LocalDate first = meter.from().isAfter(period.start()) ? meter.from() : period.start();
            covers.add(new Cover(
                    Days.start(first),
                    end,
                    covered(meter),
                    meter.interval(),
                    days(meter).measured(period.start(), period.end())));
        }
        return List.copyOf(covers);
    }

    /** The meters of some terms, as often as they are named. */
    List<MeterFacts> meters(Iterable<JsonNode> terms) {
        List<MeterFacts> some = new ArrayList<>();
        terms.forEach(term -> some.add(meter(term)));
        return some;
    }
}
