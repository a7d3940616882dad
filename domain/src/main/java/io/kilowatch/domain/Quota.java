package io.kilowatch.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One edition of a limit on one indicator of one product (能耗限额).
 *
 * <p>Levels are kept as published: any may be missing, be negative or stand out of order.
 *
 * @param id the word in documents, the same through all editions
 * @param standard the standard's or document's number
 * @param title the standard's names
 * @param metric the indicator's names
 * @param unit {@code kWh/t}, {@code kgce/t} or {@code 1}
 * @param level1 advanced level (先进值)
 * @param level2 access level, for new and rebuilt plants (准入值)
 * @param level3 limit, for existing plants (限定值)
 * @param effectiveFrom the first day it is in force
 * @param verified whether the figures were read in a text
 * @param source where they were found
 */
public record Quota(
        String id,
        String standard,
        Name title,
        Name metric,
        String unit,
        Optional<BigDecimal> level1,
        Optional<BigDecimal> level2,
        Optional<BigDecimal> level3,
        LocalDate effectiveFrom,
        boolean verified,
        String source) {
    /** The figure of a level, 1 to 3. */
    public Optional<BigDecimal> level(int level) {
        return switch (level) {
            case 1 -> level1;
            case 2 -> level2;
            case 3 -> level3;
            default -> throw new IllegalArgumentException("no level " + level);
        };
    }
}
