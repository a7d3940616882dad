package io.kilowatch.aggregator.report;

import io.kilowatch.aggregator.figures.Correction;
import io.kilowatch.aggregator.outlook.BudgetOutlook;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.reference.ReferenceData;
import java.util.List;

/**
 * What a report of an enterprise is composed from.
 *
 * @param enterprise whose
 * @param verdicts its verdicts, of the period, those before it that it is compared with, and the year
 * @param corrections the figures of the period that were corrected
 * @param budgets the year's budgets
 * @param reference factors
 * @param calendar what times are written in
 */
public record EnterpriseFigures(
        Enterprise enterprise,
        List<Verdict> verdicts,
        List<Correction> corrections,
        List<BudgetOutlook> budgets,
        ReferenceData reference,
        BusinessCalendar calendar) {
    /** Copies its lists. */
    public EnterpriseFigures {
        verdicts = List.copyOf(verdicts);
        corrections = List.copyOf(corrections);
        budgets = List.copyOf(budgets);
    }

    History history() {
        return new History(verdicts);
    }

    EnergyGrid energy(History history) {
        return new EnergyGrid(
                history, (carrier, basis, day) -> reference.factor(carrier, basis, java.util.Optional.empty(), day));
    }
}
