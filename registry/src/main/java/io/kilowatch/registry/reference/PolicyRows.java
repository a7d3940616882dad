package io.kilowatch.registry.reference;

import io.kilowatch.domain.BenchmarkTarget;
import io.kilowatch.domain.Declared;
import io.kilowatch.domain.DualControlRule;
import io.kilowatch.domain.PriceTier;
import io.kilowatch.domain.WarningGrade;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the files on prices, early warning, dual control, benchmark targets and constants. */
final class PolicyRows {
    private PolicyRows() {}

    static PriceTier priceTier(CsvRow row, Set<String> quotas) {
        PriceTier.Kind kind = row.one("kind", PriceTier.Kind.class);
        required(kind).stream()
                .filter(column -> row.cell(column).isEmpty())
                .forEach(column -> row.fault(column, "is empty"));
        Optional<String> quota = row.optionalText("quota");
        quota.filter(id -> !quotas.contains(id))
                .ifPresent(id -> row.fault("quota", "\"" + id + "\" is not in quotas.csv"));
        Optional<BigDecimal> step = row.optionalDecimal("step");
        if (step.isPresent() && step.get().signum() <= 0) {
            row.fault("step", "must be more than 0");
        }
        return new PriceTier(
                row.text("policy"),
                row.name("name"),
                row.text("document"),
                kind,
                quota,
                row.optionalText("category").map(word -> row.one("category", word, Declared.Tariff.Category.class)),
                row.cell("region"),
                row.text("industry"),
                row.name("tier"),
                row.optionalDecimal("threshold"),
                step,
                row.optionalDecimal("adder_yuan_per_kwh"),
                row.date("effective_from"),
                row.optionalDate("until"),
                row.flag("verified"),
                row.text("source"));
    }

    private static List<String> required(PriceTier.Kind kind) {
        return switch (kind) {
            case LIST -> List.of("category");
            case THRESHOLD -> List.of("quota", "threshold");
            case STEPS -> List.of("quota", "threshold", "step", "adder_yuan_per_kwh");
            case NOTE -> List.of();
        };
    }

    static WarningGrade grade(CsvRow row) {
        WarningGrade grade = new WarningGrade(
                row.text("scheme"),
                row.text("grade"),
                row.name("name"),
                row.optionalDecimal("at_least"),
                end(row, "above", "at_least"),
                row.optionalDecimal("below"),
                end(row, "at_most", "below"),
                row.text("document"),
                row.flag("verified"),
                row.text("source"));
        if (lower(grade).isPresent() && upper(grade).isPresent()) {
            int order = lower(grade).get().compareTo(upper(grade).get());
            if (order > 0 || (order == 0 && !grade.holds(lower(grade).get()))) {
                row.fault("at_least", "no completion has this grade");
            }
        }
        return grade;
    }

    private static Optional<BigDecimal> end(CsvRow row, String column, String other) {
        if (!row.cell(column).isEmpty() && !row.cell(other).isEmpty()) {
            row.fault(column, "is given together with " + other);
            return Optional.empty();
        }
        return row.optionalDecimal(column);
    }

    private static Optional<BigDecimal> lower(WarningGrade grade) {
        return grade.atLeast().or(grade::above);
    }

    private static Optional<BigDecimal> upper(WarningGrade grade) {
        return grade.below().or(grade::atMost);
    }

    /** Whether a completion may have both grades. */
    static boolean overlap(WarningGrade one, WarningGrade other) {
        return one.scheme().equals(other.scheme()) && !entirelyBelow(one, other) && !entirelyBelow(other, one);
    }

    private static boolean entirelyBelow(WarningGrade one, WarningGrade other) {
        if (upper(one).isEmpty() || lower(other).isEmpty()) {
            return false;
        }
        BigDecimal end = upper(one).get();
        int order = end.compareTo(lower(other).get());
        return order < 0 || (order == 0 && !(one.holds(end) && other.holds(end)));
    }

    static DualControlRule dualControl(CsvRow row) {
        DualControlRule.Share renewables = row.one("renewables", DualControlRule.Share.class);
        if (renewables != DualControlRule.Share.NONE) {
            row.text("kinds");
        }
        if (renewables == DualControlRule.Share.INCREMENT) {
            row.text("base_year");
        }
        return new DualControlRule(
                row.text("rule"),
                row.name("name"),
                row.text("document"),
                row.flag("feedstock"),
                renewables,
                row.words("kinds").stream()
                        .map(word -> row.one("kinds", word, Declared.Renewable.Kind.class))
                        .collect(Collectors.toSet()),
                row.optionalDecimal("base_year").map(BigDecimal::intValue),
                row.date("effective_from"),
                row.optionalDate("until"),
                row.flag("verified"),
                row.text("source"));
    }

    static BenchmarkTarget target(CsvRow row, Set<String> quotas) {
        row.text("quotas");
        row.words("quotas").stream()
                .filter(start -> quotas.stream().noneMatch(id -> id.startsWith(start)))
                .forEach(start -> row.fault("quotas", "no quota in quotas.csv begins with \"" + start + '"'));
        return new BenchmarkTarget(
                row.text("target"),
                row.name("name"),
                row.text("document"),
                row.text("clause"),
                row.cell("region"),
                row.words("quotas"),
                row.decimal("above"),
                row.date("by"),
                row.flag("verified"),
                row.text("source"));
    }

    static Constant constant(CsvRow row) {
        return new Constant(
                row.text("constant"),
                row.decimal("value"),
                row.text("unit"),
                row.name("name"),
                row.text("standard_no"),
                row.text("clause"),
                row.date("effective_from"),
                row.flag("verified"),
                row.text("source"));
    }
}
