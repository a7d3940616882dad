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

    private final PlainJson json;
    private final Examination examination;
    private final Plain plain;
    private String batch = "";
    private OptionalLong sentAt = OptionalLong.empty();
    private boolean readings;

    private PlainBatch(byte[] payload, Examination examination) {
        this.json = new PlainJson(payload);
        this.examination = examination;
        this.plain = new Plain(payload);
    }

    /** The outcome; null, and an examination that has seen nothing, where another must read the payload. */
    static @Nullable Decoded read(byte[] payload, Examination examination) {
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
            boolean text = json.textOrNumber();
            batch = text ? json.text() : "";
            return text;
        }
        if (json.is(SENT_AT)) {
            boolean text = json.textOrNumber();
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
        boolean text = json.textOrNumber();
        plain.at(json.from(), json.end());
        return text;
    }

    private boolean meter() {
        boolean text = json.textOrNumber();
        plain.meter(json.from(), json.end(), json.hash());
        return text;
    }

    private boolean source() {
        boolean text = json.textOrNumber();
        plain.source(json.from(), json.end());
        return text;
    }

    private boolean value(ReadingKind kind) {
        boolean text = json.textOrNumber();
        plain.value(kind, json.from(), json.end());
        return text;
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
