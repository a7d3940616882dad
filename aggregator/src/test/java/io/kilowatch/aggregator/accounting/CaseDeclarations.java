package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.Basis;
import io.kilowatch.domain.Declared;
import io.kilowatch.domain.Declared.Budget;
import io.kilowatch.domain.Declared.CalorificValue;
import io.kilowatch.domain.Declared.Economics;
import io.kilowatch.domain.Declared.Renewable;
import io.kilowatch.domain.Declared.SteamState;
import io.kilowatch.domain.Declared.Tariff;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an enterprise declares, written as words: {@code calorific natural-gas 35169.12@2025-06-01}. */
final class CaseDeclarations {
    private final List<CalorificValue> calorificValues = new ArrayList<>();
    private final List<SteamState> steamStates = new ArrayList<>();
    private final Map<YearMonth, BigDecimal> outputValues = new TreeMap<>();
    private final Map<YearMonth, BigDecimal> valuesAdded = new TreeMap<>();
    private final List<Budget> budgets = new ArrayList<>();
    private final List<Renewable> renewables = new ArrayList<>();
    private final List<Tariff> tariffs = new ArrayList<>();

    private CaseDeclarations() {}

    static Declared of(List<String> texts) {
        CaseDeclarations declarations = new CaseDeclarations();
        texts.forEach(declarations::add);
        return new Declared(
                declarations.calorificValues,
                declarations.steamStates,
                declarations.economics(),
                declarations.budgets,
                declarations.renewables,
                declarations.tariffs);
    }

    private void add(String text) {
        String[] dated = text.split("@");
        LocalDate from = dated.length == 1 ? LocalDate.EPOCH : LocalDate.parse(dated[1]);
        String[] words = dated[0].split(" ");
        switch (words[0]) {
            case "calorific" ->
                calorificValues.add(new CalorificValue(words[1], List.of(), from, new BigDecimal(words[2])));
            case "steam" ->
                steamStates.add(new SteamState(words[1], from, new BigDecimal(words[2]), new BigDecimal(words[3])));
            case "output-value" -> outputValues.put(YearMonth.parse(words[1]), new BigDecimal(words[2]));
            case "value-added" -> valuesAdded.put(YearMonth.parse(words[1]), new BigDecimal(words[2]));
            case "budget" ->
                budgets.add(new Budget(
                        Integer.parseInt(words[1]),
                        new BigDecimal(words[2]),
                        words.length > 3 ? Basis.PRIMARY : Basis.CALORIFIC,
                        "预算文件",
                        List.of()));
            case "list" -> tariffs.add(new Tariff(Tariff.Category.valueOf(constant(words[1])), from));
            default ->
                renewables.add(new Renewable(
                        Integer.parseInt(words[1]),
                        Renewable.Kind.valueOf(constant(words[0])),
                        new BigDecimal(words[2])));
        }
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private List<Economics> economics() {
        return outputValues.entrySet().stream()
                .map(month -> new Economics(
                        month.getKey(),
                        Optional.of(month.getValue()),
                        Optional.ofNullable(valuesAdded.get(month.getKey()))))
                .toList();
    }
}
