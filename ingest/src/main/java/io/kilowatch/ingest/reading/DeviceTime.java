package io.kilowatch.ingest.reading;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.OptionalLong;

/**
 * The times that devices write: ISO 8601 with an offset, such as {@code 2026-11-22T10:15:00.120+08:00}.
 *
 * <p>The usual forms are read by hand because every reading has one; all others by {@link OffsetDateTime}, with the same
 * outcome. What is finer than a millisecond is cut off.
 */
public final class DeviceTime {
    /** The first time that is taken, 2000-01-01T00:00:00Z; what is before it is a clock that was never set. */
    public static final long FIRST = 946_684_800_000L;

    /** The first time that is not taken any more, 2200-01-01T00:00:00Z. */
    public static final long END = 7_258_118_400_000L;

    /** What {@link #millis} gives for what is no such time. */
    static final long NONE = Long.MIN_VALUE;

    private static final int TO_SECONDS = 19;
    private static final long UNUSUAL = Long.MIN_VALUE;
    private static final int LONGEST_TEXT = 64;

    private DeviceTime() {}

    /** The milliseconds since 1970 UTC of a text; empty if it is no time with offset from 2000 to 2199. */
    public static OptionalLong parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        long millis = usual(bytes, 0, bytes.length);
        if (millis == UNUSUAL) {
            millis = any(text);
        }
        return isTaken(millis) ? OptionalLong.of(millis) : OptionalLong.empty();
    }

    /** The same of a text that stands as ASCII in bytes; {@link #NONE} where there is no such time. */
    static long millis(byte[] ascii, int from, int end) {
        long millis = usual(ascii, from, end);
        if (millis == UNUSUAL) {
            millis = any(new String(ascii, from, end - from, StandardCharsets.ISO_8859_1));
        }
        return isTaken(millis) ? millis : NONE;
    }

    private static boolean isTaken(long millis) {
        return millis >= FIRST && millis < END;
    }

    private static long any(String text) {
        if (text.length() > LONGEST_TEXT) {
            return UNUSUAL;
        }
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            return UNUSUAL;
        }
    }

    /** {@code YYYY-MM-DDTHH:MM:SS[.fff](Z|±HH:MM)}, or {@link #UNUSUAL} where another way must decide. */
    private static long usual(byte[] text, int from, int end) {
        if (end - from <= TO_SECONDS
                || text[from + 4] != '-'
                || text[from + 7] != '-'
                || text[from + 10] != 'T'
                || text[from + 13] != ':'
                || text[from + 16] != ':') {
            return UNUSUAL;
        }
        int century = two(text, from);
        int yearOfCentury = two(text, from + 2);
        int year = (century | yearOfCentury) < 0 ? -1 : century * 100 + yearOfCentury;
        int month = two(text, from + 5);
        int day = two(text, from + 8);
        int hour = two(text, from + 11);
        int minute = two(text, from + 14);
        int second = two(text, from + 17);
        int rest = from + TO_SECONDS;
        int milli = 0;
        if (text[rest] == '.') {
            milli = end > rest + 4 ? three(text, rest + 1) : -1;
            rest += 4;
        }
        int offset = offset(text, rest, end);
        if ((year | month - 1 | day - 1 | hour | minute | second | milli) < 0
                || month > 12
                || day > 28 && day > lastDay(year, month)
                || hour > 23
                || minute > 59
                || second > 59
                || offset == Integer.MIN_VALUE) {
            return UNUSUAL;
        }
        long seconds = day(year, month, day) * 86_400 + hour * 3_600L + minute * 60L + second - offset;
        return seconds * 1_000 + milli;
    }

    /** Seconds east of UTC. */
    private static int offset(byte[] text, int from, int end) {
        int sign = from < end ? text[from] : ' ';
        if (sign == 'Z' && end == from + 1) {
            return 0;
        }
        if ((sign != '+' && sign != '-') || end != from + 6 || text[from + 3] != ':') {
            return Integer.MIN_VALUE;
        }
        int hours = two(text, from + 1);
        int minutes = two(text, from + 4);
        if (hours < 0 || minutes < 0 || minutes > 59 || hours > 17) {
            return Integer.MIN_VALUE;
        }
        int seconds = hours * 3_600 + minutes * 60;
        return sign == '-' ? -seconds : seconds;
    }

    /** The number that two digits make; -1 where they are none. */
    private static int two(byte[] text, int at) {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }

    private static int three(byte[] text, int at) {
        int tens = two(text, at);
        int ones = text[at + 2] - '0';
        return tens < 0 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }

    private static int lastDay(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** Days since 1970-01-01 in the Gregorian calendar, counted from March so that the leap day is the last. */
    private static long day(int year, int month, int day) {
        long marchYear = month > 2 ? year : year - 1L;
        long marchMonth = (month + 9) % 12;
        long era = Math.floorDiv(marchYear, 400);
        long yearOfEra = marchYear - era * 400;
        long dayOfYear = (153 * marchMonth + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097 + dayOfEra - 719_468;
    }
}
