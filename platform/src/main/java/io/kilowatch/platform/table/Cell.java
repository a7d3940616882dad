package io.kilowatch.platform.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One cell of a table. */
public sealed interface Cell {
    /** Nothing. */
    Cell BLANK = new Blank();

    /** Nothing at all. */
    record Blank() implements Cell {}

    /**
     * A text.
     *
     * @param text which
     */
    record Text(String text) implements Cell {}

    /**
     * A number, exact.
     *
     * @param value which
     */
    record Number(BigDecimal value) implements Cell {}

    /**
     * A day.
     *
     * @param value which
     */
    record Day(LocalDate value) implements Cell {}

    /**
     * A text that leads somewhere.
     *
     * @param text what is read
     * @param url where it leads, with its scheme
     */
    record Link(String text, String url) implements Cell {}

    /**
     * A number that leads somewhere.
     *
     * @param value which
     * @param url where it leads, with its scheme
     */
    record Figure(BigDecimal value, String url) implements Cell {}

    /** That of a value: a number, a day, a cell as it is, anything else as its text; nothing for null or an absent one. */
    static Cell of(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Cell::of).orElse(BLANK);
        }
        if (value instanceof Cell cell) {
            return cell;
        }
        if (value instanceof BigDecimal number) {
            return new Number(number);
        }
        if (value instanceof Integer || value instanceof Long) {
            return new Number(new BigDecimal(value.toString()));
        }
        if (value instanceof LocalDate day) {
            return new Day(day);
        }
        String text = value == null ? "" : value.toString();
        return text.isEmpty() ? BLANK : new Text(text);
    }

    /** A row of values. */
    static List<Cell> row(@Nullable Object... values) {
        return Arrays.stream(values).map(Cell::of).toList();
    }
}
