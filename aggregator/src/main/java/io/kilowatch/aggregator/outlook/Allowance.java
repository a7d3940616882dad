package io.kilowatch.aggregator.outlook;

import io.kilowatch.domain.Name;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What may still be used until the year's end to stay within a limit: limit × (output so far + expected output) − energy
 * so far.
 *
 * @param amount of energy above the line, exact; negative where more has been used than the whole year allows
 * @param perUnit of it for each expected unit below the line, rounded down; absent where none is expected
 * @param perDay of it for each day to come, rounded down; absent where the year is over
 * @param state what it means
 * @param text that in a sentence
 */
public record Allowance(
        BigDecimal amount, Optional<BigDecimal> perUnit, Optional<BigDecimal> perDay, State state, Name text) {
    /** What an allowance means. */
    public enum State {
        /** The limit can be met. */
        OPEN,
        /** It is met only if more is recovered than used, where an indicator can be negative. */
        RECOVERY,
        /** It can no longer be met. */
        LOST
    }

    /**
     * That of a course.
     *
     * @param course the year
     * @param permitted what the limits allow above the line, for the whole year's output
     * @param least the least that an indicator can be for one unit below the line; absent for one that can be negative
     */
    static Allowance of(Course course, BigDecimal permitted, Optional<BigDecimal> least) {
        BigDecimal amount = permitted.subtract(course.toDate().numerator());
        BigDecimal output = course.ahead().denominator();
        int remaining = course.count().remaining();
        Optional<BigDecimal> perUnit = output.signum() > 0
                ? Optional.of(Decimals.published(amount, output, RoundingMode.FLOOR))
                : Optional.empty();
        Optional<BigDecimal> perDay = remaining > 0
                ? Optional.of(Decimals.published(amount, BigDecimal.valueOf(remaining), RoundingMode.FLOOR))
                : Optional.empty();
        State state = state(amount, output, remaining, least);
        return new Allowance(amount, perUnit, perDay, state, text(state, amount, perUnit, perDay));
    }

    private static State state(BigDecimal amount, BigDecimal output, int remaining, Optional<BigDecimal> least) {
        boolean reachable = least.map(each -> amount.compareTo(each.multiply(output)) >= 0)
                .orElse(amount.signum() >= 0 || remaining > 0);
        if (!reachable) {
            return State.LOST;
        }
        return amount.signum() < 0 ? State.RECOVERY : State.OPEN;
    }

    private static Name text(
            State state, BigDecimal amount, Optional<BigDecimal> perUnit, Optional<BigDecimal> perDay) {
        String all = Decimals.text(amount.abs());
        String unitZh = perUnit.map(each -> "，每单位产出 " + Decimals.text(each)).orElse("");
        String dayZh = perDay.map(each -> "，日均 " + Decimals.text(each)).orElse("");
        String unitEn = perUnit.map(each -> ", " + Decimals.text(each) + " for each unit of output")
                .orElse("");
        String dayEn = perDay.map(each -> ", " + Decimals.text(each) + " a day").orElse("");
        return switch (state) {
            case OPEN ->
                new Name(
                        "至年底还可用 " + all + unitZh + dayZh,
                        "until the year's end " + all + " may be used" + unitEn + dayEn);
            case RECOVERY ->
                new Name(
                        "至年底须净回收 " + all + unitZh + dayZh,
                        "until the year's end " + all + " must be recovered net" + unitEn + dayEn);
            case LOST ->
                new Name(
                        "本年已不可能达标：余量 " + Decimals.text(amount) + unitZh,
                        "the limit can no longer be met this year: what is left is " + Decimals.text(amount) + unitEn);
        };
    }
}
