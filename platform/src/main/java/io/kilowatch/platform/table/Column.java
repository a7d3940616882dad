package io.kilowatch.platform.table;

/**
 * A column of a table.
 *
 * @param head what stands above it
 * @param width how wide it is in a spreadsheet, in characters
 */
public record Column(String head, int width) {
    private static final int COMMON = 16;

    /** One with a head in one language. */
    public static Column of(String head) {
        return new Column(head, COMMON);
    }

    /** One with a head in both languages. */
    public static Column of(String zh, String en) {
        return of(zh, en, COMMON);
    }

    /** One with a head in both languages, of a width. */
    public static Column of(String zh, String en, int width) {
        return new Column(zh + " / " + en, width);
    }
}
