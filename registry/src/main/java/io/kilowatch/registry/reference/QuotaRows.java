package io.kilowatch.registry.reference;

import io.kilowatch.domain.Basis;
import io.kilowatch.domain.IndicatorUnit;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.QuotaEntry;
import io.kilowatch.domain.QuotaRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads {@code quotas.csv} and {@code quota-rules.csv}. */
final class QuotaRows {
    private QuotaRows() {}

    /** What belongs to one edition of a quota. */
    private record Edition(String quota, String standard) {}

    /** A row without its rules. */
    static QuotaEntry entry(CsvRow row) {
        QuotaEntry.Kind kind = row.one("kind", QuotaEntry.Kind.LIMIT);
        if (kind == QuotaEntry.Kind.LIMIT
                && (row.has("benchmark") && !row.cell("benchmark").isEmpty())) {
            row.fault("benchmark", "belongs to a row of kind benchmark");
        }
        if (kind == QuotaEntry.Kind.BENCHMARK && row.cell("benchmark").isEmpty()) {
            row.fault("benchmark", "is empty");
        }
        return new QuotaEntry(
                quota(row),
                kind,
                row.cell("industry"),
                row.text("product"),
                row.cell("process_or_condition"),
                row.optionalDecimal("benchmark"),
                row.optionalDecimal("baseline"),
                row.one("basis", Basis.CALORIFIC),
                row.optionalText("factor_scope"),
                row.cell("superseded_by"),
                List.of());
    }

    private static Quota quota(CsvRow row) {
        String unit = row.cell("unit");
        boolean figures = List.of("level1_advanced", "level2_access", "level3_limit", "benchmark", "baseline").stream()
                .anyMatch(column -> !row.cell(column).isEmpty());
        if (unit.isEmpty()
                ? figures
                : !unit.equals("1") && IndicatorUnit.parse(unit).isEmpty()) {
            row.fault("unit", "\"" + unit + "\" is neither energy per something, such as kgce/t, nor 1");
        }
        return new Quota(
                row.text("quota"),
                row.text("standard_no"),
                row.name("standard_name"),
                figures ? row.name("metric") : new Name(row.cell("metric_zh"), row.cell("metric_en")),
                unit,
                row.optionalDecimal("level1_advanced"),
                row.optionalDecimal("level2_access"),
                row.optionalDecimal("level3_limit"),
                row.date("effective_from"),
                row.flag("verified"),
                row.text("source"));
    }

    static QuotaRule rule(CsvRow row, List<QuotaEntry> entries, Set<String> inputs) {
        String quota = row.text("quota");
        String standard = row.text("standard_no");
        if (entries.stream()
                .filter(entry -> entry.kind() == QuotaEntry.Kind.LIMIT)
                .noneMatch(entry -> edition(entry).equals(new Edition(quota, standard)))) {
            row.fault("quota", "no limit of \"" + quota + "\" by " + standard + " is in quotas.csv");
        }
        QuotaRule.Kind kind = row.one("kind", QuotaRule.Kind.class);
        Set<String> allowed = new HashSet<>(inputs);
        if (kind == QuotaRule.Kind.CORRECTION) {
            allowed.add(InputRows.LIMIT);
        }
        return new QuotaRule(
                quota,
                standard,
                kind,
                levels(row),
                InputRows.expression(row, allowed),
                row.name("text"),
                row.text("clause"),
                row.flag("verified"),
                row.text("source"));
    }

    private static Set<Integer> levels(CsvRow row) {
        row.text("levels");
        Set<Integer> levels = new TreeSet<>();
        for (String word : row.words("levels")) {
            if (Set.of("1", "2", "3").contains(word)) {
                levels.add(Integer.valueOf(word));
            } else {
                row.fault("levels", "\"" + word + "\" is no level; levels are 1, 2 and 3");
            }
        }
        return levels;
    }

    /** The rows with their rules, in the order of the rules' file. */
    static List<QuotaEntry> withRules(List<QuotaEntry> entries, List<QuotaRule> rules) {
        var byEdition =
                rules.stream().collect(Collectors.groupingBy(rule -> new Edition(rule.quota(), rule.standard())));
        return entries.stream()
                .map(entry -> entry.kind() == QuotaEntry.Kind.LIMIT
                        ? with(entry, byEdition.getOrDefault(edition(entry), List.of()))
                        : entry)
                .toList();
    }

    private static Edition edition(QuotaEntry entry) {
        return new Edition(entry.quota().id(), entry.quota().standard());
    }

    private static QuotaEntry with(QuotaEntry entry, List<QuotaRule> rules) {
        return new QuotaEntry(
                entry.quota(),
                entry.kind(),
                entry.industry(),
                entry.product(),
                entry.condition(),
                entry.benchmark(),
                entry.baseline(),
                entry.basis(),
                entry.factorScope(),
                entry.supersededBy(),
                rules);
    }
}
