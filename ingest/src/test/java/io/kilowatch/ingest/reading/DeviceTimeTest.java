package io.kilowatch.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTimeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T10:15:00+08:00",
                "2026-11-22T10:15:00.120+08:00",
                "2026-11-22T02:15:00Z",
                "2026-11-22T02:15Z",
                "2024-02-29T23:59:59.999-11:30",
                "2026-11-22T10:15:00.123456789+08:00",
                "2000-02-29T00:00:00Z",
                "2100-03-01T00:00:00+18:00",
                "2026-11-22T10:15:00.1+08:00"
            })
    void readsWhatTheLibraryReads(String text) {
        assertThat(DeviceTime.parse(text))
                .hasValue(OffsetDateTime.parse(text).toInstant().toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-11-22",
                "2026-11-22T10:15:00",
                "2026-11-22 10:15:00+08:00",
                "2026-02-29T10:15:00+08:00",
                "2100-02-29T10:15:00+08:00",
                "2026-04-31T10:15:00+08:00",
                "2026-13-01T10:15:00+08:00",
                "2026-00-01T10:15:00+08:00",
                "2026-01-00T10:15:00+08:00",
                "2026-11-22T24:15:00+08:00",
                "2026-11-22T10:60:00+08:00",
                "2026-11-22T10:15:60+08:00",
                "2026-11-22T10:15:00+08:60",
                "2026-11-22T10:15:00+19:00",
                "2026-11-22T10:15:00+08:00x",
                "2026-11-22T10:15:00.+08:0",
                "1999-12-31T23:59:59Z",
                "2200-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "1763777700000"
            })
    void refusesWhatIsNoTimeOfADevice(String text) {
        assertThat(DeviceTime.parse(text)).isEmpty();
    }

    @Property(tries = 5_000)
    void agreesWithTheLibraryOnEveryMillisecond(
            @ForAll @LongRange(min = DeviceTime.FIRST, max = DeviceTime.END - 1) long millis,
            @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offsetMinutes,
            @ForAll boolean withMillis) {
        long wanted = withMillis ? millis : millis / 1000 * 1000;
        OffsetDateTime time = Instant.ofEpochMilli(wanted).atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
        String pattern = withMillis ? "uuuu-MM-dd'T'HH:mm:ss.SSSXXX" : "uuuu-MM-dd'T'HH:mm:ssXXX";

        String text =
                DateTimeFormatter.ofPattern(pattern, java.util.Locale.ROOT).format(time);

        assertThat(DeviceTime.parse(text)).hasValue(wanted);
    }

    @Property(tries = 5_000)
    void agreesWithTheLibraryOnTextsThatAreNearlyTimes(@ForAll("nearlyTimes") String text) {
        OptionalLong expected;
        try {
            long millis = OffsetDateTime.parse(text).toInstant().toEpochMilli();
            expected = millis >= DeviceTime.FIRST && millis < DeviceTime.END
                    ? OptionalLong.of(millis)
                    : OptionalLong.empty();
        } catch (DateTimeException e) {
            expected = OptionalLong.empty();
        }

        assertThat(DeviceTime.parse(text)).isEqualTo(expected);
    }

    @Provide
    Arbitrary<String> nearlyTimes() {
        Arbitrary<String> times = Arbitraries.integers()
                .between(0, 200_000_000)
                .map(minutes -> LocalDateTime.of(1999, 12, 1, 0, 0).plusMinutes(minutes) + ":07+08:00");
        Arbitrary<Character> typos = Arbitraries.of(
                "0123456789:-+.TZ x".chars().mapToObj(c -> (char) c).toList());
        return net.jqwik.api.Combinators.combine(times, Arbitraries.integers().between(0, 24), typos)
                .as((time, at, typo) -> {
                    StringBuilder changed = new StringBuilder(time);
                    changed.setCharAt(Math.min(at, time.length() - 1), typo);
                    return changed.toString();
                });
    }
}
