package io.kilowatch.aggregator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class PayloadTextTest {
    @Test
    void readsPlainAndCompressedTextAndShowsTheRestInBase64() throws IOException {
        byte[] text = "{\"读数\":1}\n".getBytes(StandardCharsets.UTF_8);

        assertThat(PayloadText.of(text)).isEqualTo(new PayloadText("text", false, "{\"读数\":1}\n"));
        assertThat(PayloadText.of(zipped(text))).isEqualTo(new PayloadText("text", true, "{\"读数\":1}\n"));
        assertThat(PayloadText.of(new byte[] {(byte) 0xff, 0})).isEqualTo(new PayloadText("base64", false, "/wA="));
        assertThat(PayloadText.of(new byte[] {0})).isEqualTo(new PayloadText("base64", false, "AA=="));
    }

    @Test
    void inflatesNoBombAndNothingDamaged() throws IOException {
        assertThat(PayloadText.of(zipped(new byte[2_000_000])).encoding()).isEqualTo("base64");
        assertThat(PayloadText.of(new byte[] {0x1f, (byte) 0x8b, 8, 0}).encoding())
                .isEqualTo("base64");
    }

    private static byte[] zipped(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
