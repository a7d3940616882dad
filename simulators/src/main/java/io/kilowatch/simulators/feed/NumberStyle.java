package io.kilowatch.simulators.feed;

import java.math.BigDecimal;

/**
 * How a feed writes numbers.
 *
 * @param decimalComma whether a comma stands before the fraction, so that points and spaces are grouping
 * @param grouping what stands between groups of digits and is left out, such as {@code ,}; may be empty
 */
record NumberStyle(boolean decimalComma, String grouping) {
    private static final int MOST_DIGITS = 30;

    /** The number that a text is; {@link NumberFormatException} if it is none. */
    BigDecimal parse(String text) {
        String plain = grouping.isEmpty() ? text : text.replace(grouping, "");
        plain = decimalComma ? plain.replace(".", "").replace(',', '.') : plain;
        BigDecimal number = new BigDecimal(plain);
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw new NumberFormatException("too long");
        }
        return number;
    }
}
