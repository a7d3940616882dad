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
        several = false;
    }

    /**
     * Names the meter.
     *
     * @param hash the hash code of the text
     */
    public void meter(int from, int end, int hash) {
        meter = from;
        meterEnd = end;
        meterHash = hash;
    }

    /** Gives the time. */
    public void at(int from, int end) {
        at = from;
        atEnd = end;
    }

    /** Names the source. */
    public void source(int from, int end) {
        source = from;
        sourceEnd = end;
    }

    /** Gives a decimal under the name of a kind. */
    public void value(ReadingKind given, int from, int end) {
        several |= kind != null && kind != given;
        kind = given;
        value = from;
        valueEnd = end;
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
