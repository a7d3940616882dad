package io.kilowatch.ingest.reading;

import io.kilowatch.domain.ReadingKind;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A reading as a device wrote it, nothing checked, as places in the bytes of its payload: each text of it is ASCII that
 * stands for itself. One is used for all readings of a payload, one after another.
 *
 * <p>It says the same as its {@link #draft}, without making texts.
 */
public final class Plain {
    private final byte[] bytes;
    private int meter;
    private int meterEnd;
    private int meterHash;
    private int at;
    private int atEnd;
    private int value;
    private int valueEnd;
    private int source;
    private int sourceEnd;
    private @Nullable ReadingKind kind;
    private int kinds;
    private boolean several;

    /** Of a payload; it says nothing yet. */
    public Plain(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Says nothing again. */
    public void clear() {
        meterEnd = 0;
        atEnd = 0;
        valueEnd = 0;
        sourceEnd = 0;
        kind = null;
        kinds = 0;
        several = false;
    }

    /**
     * Names the meter; false if it was named before.
     *
     * @param hash the hash code of the text
     */
    public boolean meter(int from, int end, int hash) {
        boolean first = meterEnd == 0;
        meter = from;
        meterEnd = end;
        meterHash = hash;
        return first;
    }

    /** Gives the time; false if it was given before. */
    public boolean at(int from, int end) {
        boolean first = atEnd == 0;
        at = from;
        atEnd = end;
        return first;
    }

    /** Names the source; false if it was named before. */
    public boolean source(int from, int end) {
        boolean first = sourceEnd == 0;
        source = from;
        sourceEnd = end;
        return first;
    }

    /** Gives a decimal under the name of a kind; false if that kind was given before. */
    public boolean value(ReadingKind given, int from, int end) {
        int bit = 1 << given.ordinal();
        boolean first = (kinds & bit) == 0;
        kinds |= bit;
        several |= kind != null;
        kind = given;
        value = from;
        valueEnd = end;
        return first;
    }

    /** A time that stands anywhere in the payload; empty where there is none that is taken. */
    public OptionalLong time(int from, int end) {
        long millis = DeviceTime.millis(bytes, from, end);
        return millis == DeviceTime.NONE ? OptionalLong.empty() : OptionalLong.of(millis);
    }

    byte[] bytes() {
        return bytes;
    }

    /** The registered meter that it names; null if it names none. */
    @Nullable
    KnownMeter meter(Catalogue catalogue) {
        return meterEnd == 0 ? null : catalogue.meter(bytes, meter, meterEnd, meterHash);
    }

    /** Whether it gives a time, a decimal of one kind and no source. */
    boolean isUsual() {
        return atEnd != 0 && kind != null && !several && sourceEnd == 0;
    }

    @Nullable
    ReadingKind kind() {
        return kind;
    }

    int at() {
        return at;
    }

    int atEnd() {
        return atEnd;
    }

    int value() {
        return value;
    }

    int valueEnd() {
        return valueEnd;
    }

    /** The same as texts. */
    Draft draft() {
        return new Draft(
                text(meter, meterEnd), text(at, atEnd), kind, several, text(value, valueEnd), text(source, sourceEnd));
    }

    private @Nullable String text(int from, int end) {
        return end == 0 ? null : new String(bytes, from, end - from, StandardCharsets.US_ASCII);
    }
}
