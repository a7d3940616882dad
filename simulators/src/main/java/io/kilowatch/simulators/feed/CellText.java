package io.kilowatch.simulators.feed;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a workbook as texts: times in ISO 8601 to the second, numbers with the fifteen digits that a workbook is
 * precise to.
 */
final class CellText {
    private static final MathContext PRECISE = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final int HALF_SECOND = 500_000_000;

    /** What a number's format says literally: quoted, escaped, or in brackets such as a currency or a colour. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]");

    private static final Pattern OF_TIME = Pattern.compile(".*[yYdDhH年月日时].*");

    private CellText() {}

    static String of(Cell cell) {
        String raw = cell.getRawValue();
        return switch (cell.getType()) {
            case NUMBER -> number(cell, raw);
            case FORMULA -> raw == null ? "" : computed(cell, raw);
            case EMPTY -> "";
            default -> raw == null ? cell.getText() : cell.getType() == CellType.STRING ? cell.getText() : raw;
        };
    }

    private static String computed(Cell cell, String raw) {
        try {
            return number(cell, raw);
        } catch (NumberFormatException e) {
            return raw;
        }
    }

    private static String number(Cell cell, @Nullable String raw) {
        if (isTime(cell.getDataFormatString())) {
            LocalDateTime time = cell.asDate();
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                    time.plusNanos(HALF_SECOND).truncatedTo(ChronoUnit.SECONDS));
        }
        return raw == null
                ? ""
                : new BigDecimal(raw).round(PRECISE).stripTrailingZeros().toPlainString();
    }

    private static boolean isTime(@Nullable String format) {
        return format != null
                && OF_TIME.matcher(LITERAL.matcher(format).replaceAll("")).matches();
    }
}
