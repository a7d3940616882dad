package io.kilowatch.aggregator.figures;

import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The newest verdict of each indicator and period, as they are kept. */
public interface Verdicts {
    /** The next ones in the order of their {@link Place}; absent {@code after} for the first. */
    List<Verdict> page(Wanted wanted, Optional<Place> after, int limit) throws Exception;

    /** The values of all that are asked for and have one, in no order; for what is known to be many. */
    List<Amount> amounts(Wanted wanted) throws Exception;

    /** The start of the newest period of a kind that anybody has a verdict of. */
    Optional<LocalDate> newest(PeriodKind kind) throws Exception;

    /** How the verdicts of a period came out, by enterprise. */
    Map<String, Tally> tallies(Period period) throws Exception;

    /** The figures of an enterprise that were corrected, of periods that start from one day to before another. */
    List<Correction> corrections(String enterprise, LocalDate from, LocalDate until) throws Exception;

    /** All that are asked for; for what is known to be few. */
    default List<Verdict> all(Wanted wanted) throws Exception {
        return page(wanted, Optional.empty(), Integer.MAX_VALUE);
    }
}
