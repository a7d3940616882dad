package io.kilowatch.simulators.feed;

import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.device.ReadingKind;
import io.kilowatch.simulators.device.ReadingSource;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Readings as {@code feed record} and {@code feed export} write them: on each line the members of a reading in a message to
 * the gateway, and {@code device}. They need no mapping.
 */
final class OwnRows implements ReadingRows {
    private static final NumberStyle NUMBERS = new NumberStyle(false, "");

    private final JsonRows rows;

    OwnRows(InputStream in) {
        this.rows = new JsonRows(in, List.of());
    }

    @Override
    public @Nullable List<FeedReading> next(Consumer<String> bad) throws IOException {
        Map<String, String> members = rows.nextMembers();
        return members == null ? null : List.of(reading(members));
    }

    @Override
    public long line() {
        return rows.line();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private static FeedReading reading(Map<String, String> members) {
        List<ReadingKind> kinds = Arrays.stream(ReadingKind.values())
                .filter(kind -> members.containsKey(kind.member()))
                .toList();
        if (kinds.size() != 1) {
            throw new IllegalArgumentException("has not one of register, amount and power");
        }
        String device = members.getOrDefault("device", "");
        if (!device.isEmpty() && !DeviceRule.isUser(device)) {
            throw new IllegalArgumentException("device \"" + device + "\" is not ENTERPRISE/DEVICE");
        }
        ReadingKind kind = kinds.get(0);
        return new FeedReading(
                device,
                new DeviceReading(
                        member(members, "meter"),
                        at(member(members, "at")).toInstant(),
                        kind,
                        number(member(members, kind.member()), kind),
                        source(members.get("source"))));
    }

    private static String member(Map<String, String> members, String name) {
        String text = members.getOrDefault(name, "");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("has no " + name);
        }
        return text;
    }

    private static OffsetDateTime at(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("at \"" + text + "\" is no time of ISO 8601 with an offset", e);
        }
    }

    private static BigDecimal number(String text, ReadingKind kind) {
        try {
            return NUMBERS.parse(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(kind.member() + " \"" + text + "\" is no number", e);
        }
    }

    private static ReadingSource source(@Nullable String word) {
        return Arrays.stream(ReadingSource.values())
                .filter(source -> source.word().equals(word))
                .findFirst()
                .orElseGet(() -> {
                    if (word != null) {
                        throw new IllegalArgumentException(
                                "source \"" + word + "\" is not measured, estimated, manual or supplier");
                    }
                    return ReadingSource.MEASURED;
                });
    }
}
