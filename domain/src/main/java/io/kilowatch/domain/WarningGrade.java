package io.kilowatch.domain;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One grade of a scheme of early warning, by how far a target is completed.
 *
 * @param scheme the scheme's id: {@code budget} or {@code barometer}
 * @param id the grade's word, such as {@code yellow}
 * @param name its names
 * @param atLeast the completion from which it holds, a share; absent for no lower end
 * @param below the completion below which it holds, a share; absent for no upper end
 * @param document the document that defines it
 * @param verified whether it was read in a text
 * @param source where it was found
 */
public record WarningGrade(
        String scheme,
        String id,
        Name name,
        Optional<BigDecimal> atLeast,
        Optional<BigDecimal> below,
        String document,
        boolean verified,
        String source) {
    /** Whether it holds at a completion. */
    public boolean holds(BigDecimal completion) {
        return atLeast.filter(least -> completion.compareTo(least) < 0).isEmpty()
                && below.filter(most -> completion.compareTo(most) >= 0).isEmpty();
    }
}
