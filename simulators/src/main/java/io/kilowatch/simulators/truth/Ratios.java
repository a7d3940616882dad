package io.kilowatch.simulators.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The figures of one account of unit-product energy or PUE in a period. */
final class Ratios {
    private static final BigDecimal KILOGRAMS_PER_TONNE = BigDecimal.valueOf(1000);
    private static final BigDecimal COAL_PER_OIL = new BigDecimal("1.4286");
    private static final int CONVERSION_PLACES = 12;
    private static final int PLACES = 6;

    private final Subject subject;
    private final JsonNode account;
    private final Limits limits;
    private final boolean pue;
    private final List<MeterFacts> meters;

    /** A part of the period with one limit. */
    private record Part(BigDecimal above, BigDecimal below, Optional<BigDecimal> limit, boolean inForce) {}

    Ratios(Subject subject, JsonNode account) {
        this.subject = subject;
        this.account = account;
        this.limits = new Limits(subject.document(), account);
        this.pue = account.path("indicator").asText().equals("pue");
        this.meters = new ArrayList<>(subject.meters(account.path(pue ? "facility" : "energy")));
        this.meters.addAll(subject.meters(account.path(pue ? "it" : "output")));
    }

    void tell(Consumer<TrueFigure> taker) {
        String id =
                account.path("indicator").asText() + ':' + account.path("id").asText();
        Optional<String> quota = Optional.of(account.path("quota").asText("")).filter(text -> !text.isEmpty());
        taker.accept(figure(id, quota));
        account.path("thresholds")
                .forEach(threshold ->
                        taker.accept(figure(id + ':' + threshold.asText(), Optional.of(threshold.asText()))));
    }

    private TrueFigure figure(String indicator, Optional<String> quota) {
        long until = subject.together(meters);
        List<Part> parts = parts(quota, subject.until(until), until);
        BigDecimal above = sum(parts.stream().map(Part::above).toList());
        BigDecimal below = sum(parts.stream().map(Part::below).toList());
        Optional<BigDecimal> allowed = quota.isPresent() ? allowed(parts) : Optional.empty();
        List<String> reasons = reasons(quota, parts, until, above, below);
        boolean exceeds = reasons.isEmpty()
                && allowed.filter(most -> above.compareTo(most) > 0).isPresent();
        return new TrueFigure(
                subject.enterprise(),
                indicator,
                subject.period(),
                above,
                below,
                until,
                quota.isPresent(),
                allowed.map(most -> shown(parts, most)),
                allowed,
                reasons,
                subject.covers(meters),
                exceeds && !subject.period().isDay() ? since(quota, until) : Optional.empty());
    }

    private List<Part> parts(Optional<String> quota, Stretch days, long until) {
        SortedSet<LocalDate> changes = quota.map(limits::changes).orElseGet(TreeSet::new);
        List<Part> parts = new ArrayList<>();
        for (Stretch stretch : days.cut(changes)) {
            parts.add(new Part(
                    above(quota, stretch, until),
                    below(quota, stretch, until),
                    quota.flatMap(id -> limits.of(id, stretch.from())),
                    quota.filter(id -> limits.inForce(id, stretch.from())).isPresent()));
        }
        return parts;
    }

    private BigDecimal above(Optional<String> quota, Stretch stretch, long until) {
        if (pue) {
            return subject.plain(account.path("facility"), stretch, until);
        }
        if (quota.filter(Ratios::isElectricity).isPresent()) {
            return subject.plain(account.path("energy"), stretch, until);
        }
        boolean refining = quota.filter(id -> id.startsWith("refining.")).isPresent();
        return subject.coal(account.path("energy"), stretch, until, new Factors(subject.document(), false, refining))
                .orElseThrow(() -> new IllegalArgumentException("the truth lacks a factor of " + account.path("id")));
    }

    private static boolean isElectricity(String quota) {
        return quota.endsWith("-ac") || quota.endsWith("-electricity");
    }

    private BigDecimal below(Optional<String> quota, Stretch stretch, long until) {
        if (pue) {
            return subject.plain(account.path("it"), stretch, until);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode term : account.path("output")) {
            BigDecimal amount = subject.amount(subject.meter(term), stretch, until);
            sum = sum.add(amount.multiply(conversion(term.path("conversion").asText(""))));
        }
        if (quota.filter(id -> id.startsWith("polysilicon.")).isPresent()) {
            return sum;
        }
        BigDecimal tonnes = sum.divide(KILOGRAMS_PER_TONNE);
        return quota.filter(id -> id.startsWith("refining.")).isPresent() ? tonnes.multiply(COAL_PER_OIL) : tonnes;
    }

    private BigDecimal conversion(String id) {
        return switch (id) {
            case "calcium-carbide.gas-yield" -> over(limits.input("gas_yield"), "300");
            case "ferrosilicon.si" -> over(limits.input("si_content"), "75");
            case "refining.energy-factor" -> limits.input("refinery_energy_factor");
            case "" -> BigDecimal.ONE;
            default -> throw new IllegalArgumentException("the truth knows no conversion " + id);
        };
    }

    private static BigDecimal over(BigDecimal content, String base) {
        return content.divide(new BigDecimal(base), CONVERSION_PLACES, RoundingMode.HALF_EVEN);
    }

    private static Optional<BigDecimal> allowed(List<Part> parts) {
        List<Part> counted = counted(parts);
        if (counted.stream().anyMatch(part -> part.limit().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(sum(counted.stream()
                .map(part -> part.limit().orElseThrow().multiply(part.below()))
                .toList()));
    }

    private static List<Part> counted(List<Part> parts) {
        List<Part> weighing =
                parts.stream().filter(part -> part.below().signum() != 0).toList();
        return weighing.isEmpty() ? parts : weighing;
    }

    private static BigDecimal shown(List<Part> parts, BigDecimal allowed) {
        List<Part> counted = counted(parts);
        BigDecimal first = counted.get(0).limit().orElseThrow();
        BigDecimal below = sum(counted.stream().map(Part::below).toList());
        boolean constant =
                counted.stream().allMatch(part -> part.limit().orElseThrow().compareTo(first) == 0);
        return constant || below.signum() == 0
                ? first
                : allowed.divide(below, MathContext.DECIMAL128).setScale(PLACES, RoundingMode.HALF_EVEN);
    }

    private List<String> reasons(
            Optional<String> quota, List<Part> parts, long until, BigDecimal above, BigDecimal below) {
        List<String> reasons = new ArrayList<>();
        if (until <= subject.start()) {
            reasons.add("awaiting-readings");
        } else if (below.signum() <= 0) {
            reasons.add(pue ? "no-it-energy" : "no-output");
        } else if (pue && above.compareTo(below) < 0) {
            reasons.add("pue-below-one");
        }
        if (quota.isPresent() && parts.stream().anyMatch(part -> !part.inForce())) {
            reasons.add("no-quota-in-force");
        }
        if (quota.isPresent()
                && parts.stream()
                        .anyMatch(part -> part.inForce() && part.limit().isEmpty())) {
            reasons.add("no-limit");
        }
        return reasons;
    }

    /** The first day after which the running period is above its limit. */
    private Optional<LocalDate> since(Optional<String> quota, long until) {
        Stretch whole = subject.until(until);
        for (LocalDate day = whole.from(); day.isBefore(whole.until()); day = day.plusDays(1)) {
            List<Part> parts = parts(quota, new Stretch(whole.from(), day.plusDays(1)), until);
            BigDecimal above = sum(parts.stream().map(Part::above).toList());
            if (allowed(parts).filter(most -> above.compareTo(most) > 0).isPresent()
                    && sum(parts.stream().map(Part::below).toList()).signum() > 0) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static BigDecimal sum(List<BigDecimal> some) {
        return some.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
