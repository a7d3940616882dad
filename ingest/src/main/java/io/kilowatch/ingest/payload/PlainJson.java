package io.kilowatch.ingest.payload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Goes through the bytes of JSON that is written plainly: texts of printable ASCII without escapes, numbers without
 * exponents. Each method tells whether what it asks for comes next, and passes it if so; after a no, nothing more can be
 * asked.
 */
final class PlainJson {
    private static final int LONGEST = 1_000;
    private static final byte[][] LITERALS = {bytes("true"), bytes("false"), bytes("null")};

    private final byte[] bytes;
    private int at;
    private int from;
    private int end;

    PlainJson(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Where the newest name, text or number begins. */
    int from() {
        return from;
    }

    /** Where it ends. */
    int end() {
        return end;
    }

    /** The hash code that the newest name, text or number has as a text. */
    int hash() {
        int hash = 0;
        for (int i = from; i < end; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash;
    }

    /** How long it is. */
    int length() {
        return end - from;
    }

    String text() {
        return new String(bytes, from, end - from, StandardCharsets.US_ASCII);
    }

    boolean is(byte[] name) {
        if (end - from != name.length) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (bytes[from + i] != name[i]) {
                return false;
            }
        }
        return true;
    }

    boolean isAtEnd() {
        return next() == 0 && at == bytes.length;
    }

    /** The next byte that is no space, not passed; 0 at the end. */
    private int next() {
        while (at < bytes.length) {
            int next = bytes[at];
            if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                return next;
            }
            at++;
        }
        return 0;
    }

    boolean take(char wanted) {
        if (next() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    /** A member's name and the colon after it. */
    boolean name() {
        return string() && end - from <= LONGEST && take(':');
    }

    private boolean string() {
        if (!take('"')) {
            return false;
        }
        from = at;
        end = AsciiText.end(bytes, at);
        at = end + 1;
        return end < bytes.length && bytes[end] == '"';
    }

    boolean textOrNumber() {
        return next() == '"' ? string() : number();
    }

    /** Any value but an object or array. */
    boolean scalar() {
        int next = next();
        return next == '"' ? string() : next == '-' || isDigit(next) ? number() : literal();
    }

    private boolean number() {
        int begin = at;
        if (at < bytes.length && bytes[at] == '-') {
            at++;
        }
        int whole = at;
        boolean fine = digits() && (bytes[whole] != '0' || at == whole + 1);
        if (fine && at < bytes.length && bytes[at] == '.') {
            at++;
            fine = digits();
        }
        from = begin;
        end = at;
        return fine && end - begin < LONGEST && isDelimited();
    }

    private boolean digits() {
        int first = at;
        while (at < bytes.length && isDigit(bytes[at])) {
            at++;
        }
        return at > first;
    }

    private static boolean isDigit(int one) {
        return one >= '0' && one <= '9';
    }

    private boolean literal() {
        for (byte[] literal : LITERALS) {
            int after = at + literal.length;
            if (after <= bytes.length && Arrays.equals(bytes, at, after, literal, 0, literal.length)) {
                at = after;
                return isDelimited();
            }
        }
        return false;
    }

    /** Whether a number or literal is really over. */
    private boolean isDelimited() {
        int next = next();
        return next == ',' || next == '}' || next == ']';
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
