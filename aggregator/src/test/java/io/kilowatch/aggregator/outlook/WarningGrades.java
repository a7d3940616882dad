package io.kilowatch.aggregator.outlook;

import io.kilowatch.domain.Name;
import io.kilowatch.domain.WarningGrade;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Grades as data files give them. */
final class WarningGrades {
    static final List<WarningGrade> BUDGET = List.of(
            grade("barometer", "1", "", ""),
            grade("budget", "green", "1", ""),
            grade("budget", "yellow", "0.9", "1"),
            grade("budget", "orange", "0.5", "0.9"),
            grade("budget", "red", "", "0.5"));

    static final List<WarningGrade> BAROMETER = List.of(
            grade("budget", "green", "", ""),
            grade("barometer", "1", "", "0"),
            grade("barometer", "2", "0", "1"),
            grade("barometer", "3", "1", ""));

    private WarningGrades() {}

    private static WarningGrade grade(String scheme, String id, String atLeast, String below) {
        return new WarningGrade(
                scheme, id, new Name(id, id), optional(atLeast), optional(below), scheme + " document", true, "test");
    }

    private static Optional<BigDecimal> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }
}
