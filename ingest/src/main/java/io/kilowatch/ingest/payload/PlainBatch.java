package io.kilowatch.ingest.payload;

import io.kilowatch.domain.ReadingKind;
import io.kilowatch.ingest.reading.Decoded;
import io.kilowatch.ingest.reading.Examination;
import io.kilowatch.ingest.reading.Plain;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads a batch as nearly all devices write it: JSON in ASCII, without escapes, exponents and nested values that are not
 * ours. Whatever else there is in a payload, faults included, it leaves to a parser that knows all of JSON; what it does
 * read comes to the same as there.
 */
final class PlainBatch {
    private static final byte[] BATCH = bytes("batch");
    private static final byte[] SENT_AT = bytes("sentAt");
    private static final byte[] READINGS = bytes("readings");
    private static final byte[] METER = bytes("meter");
    private static final byte[] AT = bytes("at");
    private static final byte[] SOURCE = bytes("source");
    private static final byte[] REGISTER = bytes("register");
    private static final byte[] AMOUNT = bytes("amount");
    private static final byte[] POWER = bytes("power");

    /** Bytes of a reading without anything unneeded. */
    private static final int SHORT_READING = 64;

    private final PlainJson json;
    private final Examination examination;
    private final Plain plain;
    private String batch = "";
    private OptionalLong sentAt = OptionalLong.empty();
    private boolean named;
    private boolean dated;
    private boolean readings;

    private PlainBatch(byte[] payload, Examination examination) {
        this.json = new PlainJson(payload);
        this.examination = examination;
        this.plain = new Plain(payload);
    }

    /** The outcome; null, and an examination that has seen nothing, where another must read the payload. */
    static @Nullable Decoded read(byte[] payload, Examination examination) {
        examination.expect(1 + payload.length / SHORT_READING);
        PlainBatch reading = new PlainBatch(payload, examination);
        if (reading.all()) {
            return examination.end(reading.batch, reading.sentAt);
        }
        examination.forget();
        return null;
    }

    private boolean all() {
        if (!json.take('{')) {
            return false;
        }
        if (!json.take('}')) {
            do {
                if (!member()) {
                    return false;
                }
            } while (json.take(','));
            if (!json.take('}')) {
                return false;
            }
        }
        return readings && json.isAtEnd();
    }

    private boolean member() {
        if (!json.name()) {
            return false;
        }
        if (json.is(READINGS)) {
            boolean first = !readings;
            readings = true;
            return first && json.take('[') && readings();
        }
        if (json.is(BATCH)) {
            boolean first = !named;
            named = true;
            boolean text = first && json.textOrNumber();
            batch = text ? json.text() : "";
            return text;
        }
        if (json.is(SENT_AT)) {
            boolean first = !dated;
            dated = true;
            boolean text = first && json.textOrNumber();
            sentAt = text ? plain.time(json.from(), json.end()) : OptionalLong.empty();
            return text;
        }
        return json.scalar();
    }

    private boolean readings() {
        if (json.take(']')) {
            return true;
        }
        do {
            if (!json.take('{') || !reading()) {
                return false;
            }
            examination.next(plain);
        } while (json.take(','));
        return json.take(']');
    }

    private boolean reading() {
        plain.clear();
        if (json.take('}')) {
            return true;
        }
        do {
            if (!json.name() || !readingMember()) {
                return false;
            }
        } while (json.take(','));
        return json.take('}');
    }

    private boolean readingMember() {
        return switch (json.length()) {
            case 2 -> json.is(AT) ? at() : json.scalar();
            case 5 -> json.is(METER) ? meter() : json.is(POWER) ? value(ReadingKind.POWER) : json.scalar();
            case 6 -> json.is(SOURCE) ? source() : json.is(AMOUNT) ? value(ReadingKind.AMOUNT) : json.scalar();
            case 8 -> json.is(REGISTER) ? value(ReadingKind.REGISTER) : json.scalar();
            default -> json.scalar();
        };
    }

    private boolean at() {
        return json.textOrNumber() && plain.at(json.from(), json.end());
    }

    private boolean meter() {
        return json.textOrNumber() && plain.meter(json.from(), json.end(), json.hash());
    }

    private boolean source() {
        return json.textOrNumber() && plain.source(json.from(), json.end());
    }

    private boolean value(ReadingKind kind) {
        return json.textOrNumber() && plain.value(kind, json.from(), json.end());
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
