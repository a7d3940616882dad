package io.kilowatch.aggregator.outlook;

import io.kilowatch.domain.Name;
import io.kilowatch.domain.Reason;
import io.kilowatch.domain.Verdict;
import io.kilowatch.domain.WarningGrade;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How energy intensity goes against last year's same period (能耗强度晴雨表). */
public sealed interface Barometer {
    /**
     * One that can be read.
     *
     * @param now energy and output of this year to date
     * @param then those of last year's same period
     * @param reduction the share by which the intensity fell; negative where it rose
     * @param target the share by which it should fall
     * @param completion reduction over target; without a target known only where the intensity rose, as the reduction
     * @param grade the grade of scheme {@code barometer} at that completion
     */
    record Standing(
            Sums now,
            Sums then,
            BigDecimal reduction,
            Optional<BigDecimal> target,
            Optional<BigDecimal> completion,
            Optional<Verdict.Grade> grade)
            implements Barometer {
        /** That in a sentence. */
        public Name text() {
            String share = Decimals.percent(reduction.abs());
            boolean rose = reduction.signum() < 0;
            return new Name(
                    "强度同比" + (rose ? "上升 " : "下降 ") + share
                            + target.map(aim -> "，目标下降 " + Decimals.percent(aim))
                                    .orElse("，未给目标"),
                    "intensity " + (rose ? "rose by " : "fell by ") + share + " against last year's same period"
                            + target.map(aim -> "; the target is a fall by " + Decimals.percent(aim))
                                    .orElse("; no target is given"));
        }
    }

    /**
     * One that cannot be read.
     *
     * @param reason why
     */
    record Unknown(Reason reason) implements Barometer {}

    /**
     * That of two periods.
     *
     * @param now energy above and output below the line, this year to date
     * @param then last year's same days
     * @param target the share by which intensity should fall, above 0
     * @param grades all grades of early warning
     */
    static Barometer of(Sums now, Sums then, Optional<BigDecimal> target, List<WarningGrade> grades) {
        target.filter(aim -> aim.signum() <= 0).ifPresent(aim -> {
            throw new IllegalArgumentException("a target of reduction is above 0, not " + aim);
        });
        BigDecimal before = then.numerator().multiply(now.denominator());
        if (then.denominator().signum() <= 0 || before.signum() <= 0) {
            return new Unknown(new Reason(
                    "no-comparison",
                    new Name("两年同期的能耗或产出不全，无法比较", "energy or output of one of the two periods is not known")));
        }
        // 1 - (E1/O1)/(E0/O0), with one division only.
        BigDecimal fall = before.subtract(now.numerator().multiply(then.denominator()));
        BigDecimal reduction = fall.divide(before, Decimals.DOWNWARDS);
        Optional<BigDecimal> completion = target.isPresent()
                ? target.map(aim -> fall.divide(before.multiply(aim), Decimals.DOWNWARDS))
                : Optional.of(reduction).filter(share -> share.signum() < 0);
        return new Standing(
                now,
                then,
                reduction,
                target,
                completion,
                completion.flatMap(share -> Grades.of(grades, "barometer", share)));
    }
}
