package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.Input;
import io.kilowatch.domain.Limits;
import io.kilowatch.domain.QuotaEntry;
import io.kilowatch.domain.QuotaRule;
import io.kilowatch.domain.Reason;
import io.kilowatch.registry.reference.Expression;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The correction of an edition's limits by the inputs of a day; what is missing keeps a level from being known. */
public final class Correction {
    private static final String LIMIT = "limit";
    private static final int PLACES = 6;

    private final ReferenceData reference;
    private final QuotaEntry entry;
    private final Inputs inputs;
    private final LocalDate day;
    private final Map<String, Input> used = new TreeMap<>();
    private final Map<Integer, List<Reason>> missing = new HashMap<>();
    private final List<Reason> exemptions = new ArrayList<>();
    private boolean exempt;
    private final List<Step> steps = new ArrayList<>();
    private final Limits limits;

    /**
     * One rule applied to one level.
     *
     * @param rule the rule
     * @param level the level; absent for an exemption, which is of all levels
     * @param before the level's figure that it started from
     * @param after the figure that it gave, before any rounding; absent where it cannot be computed
     */
    public record Step(
            QuotaRule rule, Optional<Integer> level, Optional<BigDecimal> before, Optional<BigDecimal> after) {}

    /** That of an entry on a day. */
    public Correction(ReferenceData reference, QuotaEntry entry, Inputs inputs, LocalDate day) {
        this.reference = reference;
        this.entry = entry;
        this.inputs = inputs;
        this.day = day;
        this.limits = new Limits(level(1), level(2), level(3));
        rules(QuotaRule.Kind.EXEMPTION).forEach(this::exempt);
    }

    /** The levels after correction, to six places. */
    public Limits limits() {
        return limits;
    }

    /** Whether the edition does not apply at all. */
    boolean isExempt() {
        return exempt;
    }

    /** What they were corrected by, by id. */
    public List<Input> used() {
        return List.copyOf(used.values());
    }

    /** Every rule that was applied, level by level in the order of the rules, exemptions last. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Why a level of it cannot judge; empty if it can. */
    List<Reason> reasons(int level) {
        List<Reason> reasons = new ArrayList<>(exemptions);
        reasons.addAll(missing.getOrDefault(level, List.of()));
        if (entry.quota().level(level).isEmpty()) {
            reasons.add(Reasons.noLevel(entry.quota().standard(), level));
        }
        return reasons;
    }

    private List<QuotaRule> rules(QuotaRule.Kind kind) {
        return entry.rules().stream().filter(rule -> rule.kind() == kind).toList();
    }

    private Optional<BigDecimal> level(int level) {
        Optional<BigDecimal> figure = entry.quota().level(level);
        for (QuotaRule rule : rules(QuotaRule.Kind.CORRECTION)) {
            if (figure.isPresent() && rule.levels().contains(level)) {
                Optional<BigDecimal> before = figure;
                figure = evaluate(
                        rule,
                        before,
                        reason -> missing.computeIfAbsent(level, key -> new ArrayList<>())
                                .add(reason));
                steps.add(new Step(rule, Optional.of(level), before, figure));
            }
        }
        return figure.map(limit -> limit.scale() > PLACES ? limit.setScale(PLACES, RoundingMode.HALF_EVEN) : limit);
    }

    private void exempt(QuotaRule rule) {
        Optional<BigDecimal> outcome = evaluate(rule, Optional.empty(), exemptions::add);
        steps.add(new Step(rule, Optional.empty(), Optional.empty(), outcome));
        if (outcome.filter(truth -> truth.signum() != 0).isPresent()) {
            exempt = true;
            exemptions.add(Reasons.exempt(rule));
        }
    }

    private Optional<BigDecimal> evaluate(QuotaRule rule, Optional<BigDecimal> limit, Consumer<Reason> missed) {
        Expression.Outcome outcome = reference.expression(rule.expression()).evaluate(name -> value(name, limit));
        if (outcome instanceof Expression.Outcome.Value value) {
            return Optional.of(value.value());
        }
        if (outcome instanceof Expression.Outcome.Missing names) {
            names.names().forEach(name -> missed.accept(Reasons.missingInput(name, day)));
        } else if (outcome instanceof Expression.Outcome.Fault fault) {
            missed.accept(Reasons.cannotCompute(rule, fault.message()));
        }
        return Optional.empty();
    }

    private Optional<BigDecimal> value(String name, Optional<BigDecimal> limit) {
        if (name.equals(LIMIT)) {
            return limit;
        }
        Optional<Input> input = inputs.find(name, day);
        input.ifPresent(found -> used.put(name, found));
        return input.map(Input::value);
    }
}
