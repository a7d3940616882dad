package io.kilowatch.aggregator.devices;

/** Text from outside, as a database takes it: without control characters and halves of characters, cut to a length. */
final class PlainText {
    private static final int LONGEST = 512;
    private static final char REPLACEMENT = '\uFFFD';

    private PlainText() {}

    static String of(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        StringBuilder plain = new StringBuilder(cut.length());
        cut.codePoints()
                .map(c -> Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                        ? REPLACEMENT
                        : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
