package io.kilowatch.ingest.payload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.ingest.Plant;
import io.kilowatch.ingest.reading.Catalogue;
import io.kilowatch.ingest.reading.Decoded;
import io.kilowatch.ingest.reading.Examination;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Hostile payloads: 50,000 inputs for each decoder, or as many as {@code -Dkilowatch.fuzz.inputs} says. */
class PayloadFuzzTest {
    private static final int INPUTS = Integer.getInteger("kilowatch.fuzz.inputs", 50_000);
    private static final int MOST_BYTES = 20_000;
    private static final int MOST_READINGS = 50;
    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\\",
            "\\u0000",
            "\\ud800",
            "null",
            "true",
            "-",
            "1e999999999",
            "1e-999999999",
            "NaN",
            "Infinity",
            "0x1",
            "\"readings\":[",
            "\"data\":[",
            "\"meter\":\"EL\"",
            "\"at\":\"2026-11-22T10:15:00+08:00\"",
            "\"register\":1",
            "\"statType\":1",
            "\"valid\":0",
            "9".repeat(500),
            "[".repeat(30),
            "\uFEFF",
            "能耗",
            "\u0000");
    private static final List<String> SEEDS = List.of(
            "{\"batch\":\"b-1\",\"sentAt\":\"2026-11-22T10:15:03+08:00\",\"readings\":[{\"meter\":\"EL\","
                    + "\"at\":\"2026-11-22T10:15:00+08:00\",\"register\":\"12.5\"},{\"meter\":\"CRAC\","
                    + "\"at\":\"2026-11-22T10:15:00+08:00\",\"power\":3,\"source\":\"manual\"}]}",
            "{\"deviceId\":\"x\",\"enterpriseCode\":\"" + Plant.CODE
                    + "\",\"data\":[{\"dataCode\":\"00-00-0000-011500-11\","
                    + "\"dataValue\":123.45,\"inputType\":1,\"statType\":1,\"statDate\":\"2026-11-21 00:00:00\","
                    + "\"uploadDate\":\"2026-11-22 01:38:00\",\"scope\":1,\"valid\":true}]}");

    private final Random random = new Random(20_261_128);
    private final Catalogue catalogue = new Catalogue(Plant.enterprise("x"), 7);
    private final long latest = Instant.parse("2026-11-22T02:26:00Z").toEpochMilli();

    @Test
    void everyPayloadIsAcceptedOrRefusedAndNoneStopsTheBatchDecoder() {
        decodeAll(new BatchDecoder(MOST_BYTES));
    }

    @Test
    void everyPayloadIsAcceptedOrRefusedAndNoneStopsTheNationalDecoder() {
        decodeAll(new NationalDecoder(MOST_BYTES, BusinessCalendar.CHINA));
    }

    private void decodeAll(PayloadDecoder decoder) {
        int batches = 0;
        for (int input = 0; input < INPUTS; input++) {
            byte[] payload = next();
            Decoded decoded = decoder.decode(payload, new Examination(catalogue, "gw-1", latest, MOST_READINGS));
            if (decoded instanceof Decoded.Batch batch) {
                batches++;
                assertThat(batch.accepted()).hasSizeLessThanOrEqualTo(MOST_READINGS);
            }
        }
        assertThat(batches).isBetween(INPUTS / 100, INPUTS - INPUTS / 100);
    }

    private byte[] next() {
        String text = SEEDS.get(random.nextInt(SEEDS.size()));
        for (int changes = random.nextInt(5); changes > 0; changes--) {
            text = changed(text);
        }
        byte[] bytes = text.getBytes(random.nextInt(20) == 0 ? ISO_8859_1 : UTF_8);
        return random.nextInt(10) == 0 ? compressed(bytes) : bytes;
    }

    private String changed(String text) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(8));
        String token = TOKENS.get(random.nextInt(TOKENS.size()));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + token + text.substring(at);
            case 1 -> text.substring(0, at) + text.substring(end);
            case 2 -> text.substring(0, at) + (char) random.nextInt(0x250) + text.substring(end);
            default -> text.substring(0, end) + text.substring(at);
        };
    }

    /** Often cut short or damaged, or of far more than is taken. */
    private byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
            if (random.nextInt(8) == 0) {
                gzip.write(new byte[10 * MOST_BYTES]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] packed = out.toByteArray();
        if (random.nextBoolean()) {
            packed[random.nextInt(packed.length)] ^= 1;
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(packed, random.nextInt(packed.length)) : packed;
    }
}
