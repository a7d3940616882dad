package io.kilowatch.aggregator.outlook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How decimals are divided, rounded and written here. */
final class Decimals {
    /** Quotients keep 34 digits and are rounded once more where they are published. */
    static final MathContext DIGITS = MathContext.DECIMAL128;

    /** Quotients that are held against a border must not reach it by rounding. */
    static final MathContext DOWNWARDS = new MathContext(DIGITS.getPrecision(), RoundingMode.DOWN);

    /** Published figures have as many places as a verdict's value. */
    static final int PLACES = 6;

    private Decimals() {}

    /** The published form of a figure. */
    static BigDecimal published(BigDecimal figure, RoundingMode mode) {
        return figure.setScale(PLACES, mode);
    }

    /** The published form of a quotient. */
    static BigDecimal published(BigDecimal above, BigDecimal below, RoundingMode mode) {
        return above.divide(below, PLACES, mode);
    }

    /** As text in a sentence, to three places at the most. */
    static String text(BigDecimal figure) {
        BigDecimal short3 = figure.scale() > 3 ? figure.setScale(3, RoundingMode.HALF_EVEN) : figure;
        return short3.signum() == 0 ? "0" : short3.stripTrailingZeros().toPlainString();
    }

    /** A share as text in a sentence, in per cent to one place at the most. */
    static String percent(BigDecimal share) {
        BigDecimal percent = share.movePointRight(2).setScale(1, RoundingMode.HALF_EVEN);
        return percent.signum() == 0 ? "0 %" : percent.stripTrailingZeros().toPlainString() + " %";
    }
}
