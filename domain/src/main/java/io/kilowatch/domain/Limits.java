package io.kilowatch.domain;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The three levels of a limit; any may be missing, be negative or stand out of order.
 *
 * @param level1 advanced level (先进值)
 * @param level2 access level (准入值)
 * @param level3 limit (限定值)
 */
public record Limits(Optional<BigDecimal> level1, Optional<BigDecimal> level2, Optional<BigDecimal> level3) {
    /** No level at all. */
    public static final Limits NONE = new Limits(Optional.empty(), Optional.empty(), Optional.empty());

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
