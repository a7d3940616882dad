package io.kilowatch.aggregator.outlook;

import io.kilowatch.domain.Verdict;
import io.kilowatch.domain.WarningGrade;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The grade of early warning that holds at a completion. */
final class Grades {
    private Grades() {}

    /** That of a scheme; absent if it has none for it. */
    static Optional<Verdict.Grade> of(List<WarningGrade> grades, String scheme, BigDecimal completion) {
        return grades.stream()
                .filter(grade -> grade.scheme().equals(scheme) && grade.holds(completion))
                .findFirst()
                .map(grade -> new Verdict.Grade(grade.id(), grade.name(), grade.document()));
    }
}
