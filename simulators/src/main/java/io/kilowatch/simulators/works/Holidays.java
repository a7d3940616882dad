package io.kilowatch.simulators.works;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;

/** The days on which China does not work: New Year, the week of the Spring Festival, Labour Day, the National Day's week. */
final class Holidays {
    private static final List<LocalDate> SPRING_FESTIVALS = List.of(
            LocalDate.of(2024, 2, 10),
            LocalDate.of(2025, 1, 29),
            LocalDate.of(2026, 2, 17),
            LocalDate.of(2027, 2, 6),
            LocalDate.of(2028, 1, 26));
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 2),
            MonthDay.of(5, 3),
            MonthDay.of(10, 1),
            MonthDay.of(10, 2),
            MonthDay.of(10, 3),
            MonthDay.of(10, 4),
            MonthDay.of(10, 5),
            MonthDay.of(10, 6),
            MonthDay.of(10, 7));
    private static final int WEEK = 7;

    private Holidays() {}

    /** Whether a day is one. */
    static boolean has(LocalDate day) {
        return FIXED.contains(MonthDay.from(day))
                || SPRING_FESTIVALS.stream()
                        .anyMatch(festival ->
                                !day.isBefore(festival.minusDays(1)) && day.isBefore(festival.plusDays(WEEK)));
    }
}
