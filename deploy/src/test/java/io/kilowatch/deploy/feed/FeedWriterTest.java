package io.kilowatch.deploy.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Reading;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class FeedWriterTest {
    private static final String DEVICE = "91640100MA0EXAM01U/gw-1";
    private static final long AT = Instant.parse("2026-11-22T02:15:00Z").toEpochMilli();

    @Test
    void aReadingIsALineWithItsKeysInOrder() throws IOException {
        assertThat(written(reading(ReadingKind.REGISTER, 182_734_550_000L, ReadingSource.MANUAL)))
                .isEqualTo("{\"device\":\"91640100MA0EXAM01U/gw-1\",\"meter\":\"EL\","
                        + "\"at\":\"2026-11-22T10:15:00+08:00\",\"register\":\"182734.55\",\"source\":\"manual\"}\n");
    }

    @Test
    void whatWasMeasuredNamesNoSource() throws IOException {
        assertThat(written(reading(ReadingKind.POWER, 1, ReadingSource.MEASURED)))
                .endsWith("\"power\":\"0.000001\"}\n");
    }

    @Test
    void valuesAreExactAndNeverHaveAnExponent() throws IOException {
        assertThat(written(reading(ReadingKind.AMOUNT, Long.MAX_VALUE, ReadingSource.MEASURED)))
                .contains("\"amount\":\"9223372036854.775807\"");
        assertThat(written(reading(ReadingKind.AMOUNT, -5_000_000_000_000_000L, ReadingSource.MEASURED)))
                .contains("\"amount\":\"-5000000000\"");
    }

    @Test
    void millisecondsAreKeptWhereThereAreAny() throws IOException {
        assertThat(written(new Reading("EL", AT + 20, ReadingKind.AMOUNT, 0, ReadingSource.MEASURED)))
                .contains("\"at\":\"2026-11-22T10:15:00.020+08:00\"");
    }

    @Test
    void timesHaveTheOffsetOfTheCalendar() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FeedWriter writer = new FeedWriter(out, new BusinessCalendar(ZoneId.of("UTC")))) {
            writer.write(DEVICE, reading(ReadingKind.AMOUNT, 0, ReadingSource.MEASURED));
        }
        assertThat(out.toString(UTF_8)).contains("\"at\":\"2026-11-22T02:15:00+00:00\"");
    }

    @Test
    void everyLineEndsAndNoReadingMakesAnEmptyFile() throws IOException {
        Reading reading = reading(ReadingKind.AMOUNT, 0, ReadingSource.MEASURED);

        assertThat(written(reading, reading).lines()).hasSize(2);
        assertThat(written(reading, reading)).endsWith("}\n").doesNotContain("\n\n");
        assertThat(written()).isEmpty();
    }

    private static Reading reading(ReadingKind kind, long value, ReadingSource source) {
        return new Reading("EL", AT, kind, value, source);
    }

    private static String written(Reading... readings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FeedWriter writer = new FeedWriter(out, BusinessCalendar.CHINA)) {
            for (Reading reading : readings) {
                writer.write(DEVICE, reading);
            }
            assertThat(writer.count()).isEqualTo(readings.length);
        }
        return out.toString(UTF_8);
    }
}
