package io.kilowatch.aggregator.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How numbers are written for people: rounded half even, thousands grouped. */
final class Digits {
    private static final int GROUP = 3;

    private Digits() {}

    static String text(BigDecimal value, int places) {
        String plain = value.setScale(places, RoundingMode.HALF_EVEN).toPlainString();
        String sign = plain.startsWith("-") ? "-" : "";
        String digits = plain.substring(sign.length());
        int point = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
        StringBuilder grouped = new StringBuilder(digits.substring(point));
        for (int end = point; end > 0; end -= GROUP) {
            grouped.insert(0, digits.substring(Math.max(0, end - GROUP), end));
            if (end > GROUP) {
                grouped.insert(0, ',');
            }
        }
        return sign + grouped;
    }

    /** A share in per cent. */
    static String percent(BigDecimal share, int places) {
        return text(share.movePointRight(2), places) + "%";
    }

    /** A change in per cent, with its sign. */
    static String change(BigDecimal share) {
        return (share.signum() > 0 ? "+" : "") + percent(share, 2);
    }
}
