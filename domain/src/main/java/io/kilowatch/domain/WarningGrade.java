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
 * @param above the completion above which it holds, where the end itself belongs to the grade below
 * @param below the completion below which it holds, a share; absent for no upper end
 * @param atMost the completion up to which it holds, where the end itself belongs to it
 * @param document the document that defines it
 * @param verified whether it was read in a text
 * @param source where it was found
 */
public record WarningGrade(
        String scheme,
        String id,
        Name name,
        Optional<BigDecimal> atLeast,
        Optional<BigDecimal> above,
        Optional<BigDecimal> below,
        Optional<BigDecimal> atMost,
        String document,
        boolean verified,
        String source) {
    /** One grade has one lower end and one upper end at the most. */
    public WarningGrade {
        if ((atLeast.isPresent() && above.isPresent()) || (below.isPresent() && atMost.isPresent())) {
            throw new IllegalArgumentException("a grade has one lower and one upper end at the most");
        }
    }

    /** One whose lower end belongs to it and whose upper end does not. */
    public WarningGrade(
            String scheme,
            String id,
            Name name,
            Optional<BigDecimal> atLeast,
            Optional<BigDecimal> below,
            String document,
            boolean verified,
            String source) {
        this(scheme, id, name, atLeast, Optional.empty(), below, Optional.empty(), document, verified, source);
    }

    /** Whether it holds at a completion. */
    public boolean holds(BigDecimal completion) {
        return atLeast.filter(end -> completion.compareTo(end) < 0).isEmpty()
                && above.filter(end -> completion.compareTo(end) <= 0).isEmpty()
                && below.filter(end -> completion.compareTo(end) >= 0).isEmpty()
                && atMost.filter(end -> completion.compareTo(end) > 0).isEmpty();
    }
}
