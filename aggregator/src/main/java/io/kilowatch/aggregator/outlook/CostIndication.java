package io.kilowatch.aggregator.outlook;

import io.kilowatch.domain.Declared;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.PriceTier;
import io.kilowatch.domain.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What exceeding costs an enterprise by the price policies in force on a day: an indication, no bill.
 *
 * @param enterprise whose
 * @param day the day whose rows, lists and year count
 * @param charges what can be computed, those of nothing to pay included
 * @param notes rows that may apply, but of which nothing can be computed
 */
public record CostIndication(EnterpriseCode enterprise, LocalDate day, List<Charge> charges, List<PriceTier> notes) {
    /** Copies its lists. */
    public CostIndication {
        charges = List.copyOf(charges);
        notes = List.copyOf(notes);
    }

    /**
     * That of an enterprise.
     *
     * @param enterprise with its region, industry, accounts and lists
     * @param verdicts its verdicts, of which those of the day's year count
     * @param tiers all rows of the price policies
     * @param day the day whose rows and lists are in force
     */
    public static CostIndication of(
            Enterprise enterprise, Collection<Verdict> verdicts, List<PriceTier> tiers, LocalDate day) {
        YearFigures figures = new YearFigures(enterprise, verdicts, day.getYear());
        List<PriceTier> fitting = tiers.stream()
                .filter(tier -> Addressee.isInForce(tier, day) && Addressee.fits(tier, enterprise))
                .toList();
        List<Charge> charges = new ArrayList<>();
        for (List<PriceTier> rows : newest(fitting)) {
            switch (rows.get(0).kind()) {
                case LIST -> list(enterprise, rows, figures, day).ifPresent(charges::add);
                case STEPS -> charges.addAll(figures.steps(rows.get(0)));
                case THRESHOLD -> charges.addAll(figures.threshold(rows));
                case NOTE -> {}
            }
        }
        List<PriceTier> notes = fitting.stream()
                .filter(tier -> tier.kind() == PriceTier.Kind.NOTE)
                .toList();
        return new CostIndication(enterprise.code(), day, charges, notes);
    }

    /** Whether something is to be paid although the quota that decides is met. */
    public boolean paysWithinLimit() {
        return charges.stream().anyMatch(Charge::paysWithinLimit);
    }

    private record Line(String policy, Optional<String> quota, PriceTier.Kind kind) {}

    /** The rows of one policy, quota and kind together, of which only those that came into force last count. */
    private static List<List<PriceTier>> newest(List<PriceTier> tiers) {
        Map<Line, List<PriceTier>> lines = new LinkedHashMap<>();
        tiers.stream()
                .sorted(Comparator.comparing(PriceTier::effectiveFrom).reversed())
                .forEach(tier -> lines.computeIfAbsent(
                                new Line(tier.policy(), tier.quota(), tier.kind()), key -> new ArrayList<>())
                        .add(tier));
        return lines.values().stream()
                .map(rows -> rows.stream()
                        .filter(row -> row.effectiveFrom().equals(rows.get(0).effectiveFrom()))
                        .toList())
                .toList();
    }

    private static Optional<Charge> list(
            Enterprise enterprise, List<PriceTier> rows, YearFigures figures, LocalDate day) {
        Optional<Declared.Tariff.Category> stands = enterprise.declared().tariffs().stream()
                .filter(tariff -> !tariff.from().isAfter(day))
                .max(Comparator.comparing(Declared.Tariff::from))
                .map(Declared.Tariff::category);
        return rows.stream()
                .filter(row -> row.category().isPresent() && row.category().equals(stands))
                .findFirst()
                .map(figures::listed);
    }
}
