package io.kilowatch.ingest.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.Micros;
import io.kilowatch.domain.Reading;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import io.kilowatch.ingest.Plant;
import io.kilowatch.ingest.reading.Catalogue;
import io.kilowatch.ingest.reading.Decoded;
import io.kilowatch.ingest.reading.Examination;
import io.kilowatch.ingest.reading.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchDecoderTest {
    private static final long NOW = Instant.parse("2026-11-22T02:16:00Z").toEpochMilli();
    private static final int LIMIT = 64 * 1024;
    private static final int MANY_BYTES = 512 * 1024;
    private static final String AT = "'at':'2026-11-22T10:15:00+08:00'";

    private final BatchDecoder decoder = new BatchDecoder(LIMIT);
    private final Catalogue catalogue = new Catalogue(Plant.enterprise("x"), 7);

    @Test
    void readsABatchOfAllKinds() {
        Decoded.Batch batch = batch("{'batch':'b-187','sentAt':'2026-11-22T10:15:03.120+08:00','extra':{'a':[1]},"
                + "'readings':[{'meter':'EL'," + AT + ",'register':'182734.55'},"
                + "{'power':412.5,'meter':'CRAC'," + AT + ",'source':'manual','note':[{}]},"
                + "{'meter':'CLINKER'," + AT + ",'amount':-41.20}]}");

        assertThat(batch.batch()).isEqualTo("b-187");
        assertThat(batch.sentAt())
                .hasValue(Instant.parse("2026-11-22T02:15:03.120Z").toEpochMilli());
        assertThat(batch.refused()).isEmpty();
        long at = Instant.parse("2026-11-22T02:15:00Z").toEpochMilli();
        assertThat(batch.accepted())
                .containsExactly(
                        new Reading("EL", at, ReadingKind.REGISTER, 182_734_550_000L, ReadingSource.MEASURED),
                        new Reading("CRAC", at, ReadingKind.POWER, 412_500_000L, ReadingSource.MANUAL),
                        new Reading("CLINKER", at, ReadingKind.AMOUNT, -41_200_000L, ReadingSource.MEASURED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'meter':'NONE',AT,'register':1} | unknown-meter",
                "{AT,'register':1} | unknown-meter",
                "{'meter':5,AT,'register':1} | unknown-meter",
                "17 | unknown-meter",
                "[{'meter':'EL'}] | unknown-meter",
                "{'meter':'OTHER',AT,'register':1} | not-your-meter",
                "{'meter':'EL','register':1} | bad-time",
                "{'meter':'EL','at':'2026-11-22T10:15:00','register':1} | bad-time",
                "{'meter':'EL','at':1763777700000,'register':1} | bad-time",
                "{'meter':'EL','at':'2026-11-22T10:26:01+08:00','register':1} | too-far-in-future",
                "{'meter':'EL',AT} | bad-number",
                "{'meter':'EL',AT,'register':null} | bad-number",
                "{'meter':'EL',AT,'register':true} | bad-number",
                "{'meter':'EL',AT,'register':{}} | bad-number",
                "{'meter':'EL',AT,'register':''} | bad-number",
                "{'meter':'EL',AT,'register':'1,5'} | bad-number",
                "{'meter':'EL',AT,'register':'NaN'} | bad-number",
                "{'meter':'EL',AT,'register':'1e'} | bad-number",
                "{'meter':'EL',AT,'register':-0.000001} | out-of-range",
                "{'meter':'EL',AT,'register':1000000} | out-of-range",
                "{'meter':'EL',AT,'register':1e400} | out-of-range",
                "{'meter':'HV',AT,'register':9223373} | out-of-range",
                "{'meter':'CLINKER',AT,'amount':-9223372037} | out-of-range",
                "{'meter':'EL',AT,'amount':1} | wrong-kind",
                "{'meter':'EL',AT,'register':1,'power':1} | wrong-kind",
                "{'meter':'EL',AT,'register':1,'source':'guessed'} | wrong-kind"
            })
    void refusesAReadingWithItsCodeAndKeepsTheOthers(String reading, String code) {
        String good = "{'meter':'EL'," + AT + ",'register':1}";

        Decoded.Batch batch = batch("{'readings':[" + good + "," + reading.replace("AT", AT) + "," + good + "]}");

        assertThat(batch.accepted()).hasSize(2);
        assertThat(batch.refused()).hasSize(1);
        Refusal refusal = batch.refused().get(0);
        assertThat(refusal.code().word()).isEqualTo(code);
        assertThat(refusal.index()).isEqualTo(1);
        assertThat(refusal.message().en()).isNotBlank();
        assertThat(refusal.message().zh()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'meter':'EL',AT,'register':999999.999999}",
                "{'meter':'EL',AT,'register':'1E3','source':null}",
                "{'meter':'HV',AT,'register':9223372.03}",
                "{'meter':'EL','at':'2026-11-22T10:26:00+08:00','register':0}"
            })
    void acceptsWhatIsJustWithinItsBounds(String reading) {
        assertThat(batch("{'readings':[" + reading.replace("AT", AT) + "]}").accepted())
                .hasSize(1);
    }

    @Test
    void refusesWhatIsBeyondTheMostReadingsOnceForAll() {
        String good = "{'meter':'EL'," + AT + ",'register':1},";

        Decoded.Batch batch = batch("{'readings':[" + good.repeat(12) + "7]}");

        assertThat(batch.accepted()).hasSize(10);
        assertThat(batch.refused())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.code().word()).isEqualTo("too-many"))
                .satisfies(refusal -> assertThat(refusal.index()).isEqualTo(10))
                .satisfies(refusal -> assertThat(refusal.message().en()).contains("10 to 12"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "{}",
                "{'readings':{}}",
                "{'readings':[",
                "{'readings':[{'meter':'EL'}",
                "{'readings':[]} more",
                "{'readings':[],'readings':[]}",
                "{'readings':[NaN]}",
                "{'readings':[],'x':[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}"
            })
    void callsWhatIsNoBatchMalformed(String text) {
        assertThat(code(decode(text.replace('\'', '"').getBytes(UTF_8)))).isEqualTo("malformed");
    }

    @Test
    void callsDamagedGzipAndBrokenUtf8Malformed() throws IOException {
        byte[] gzip = gzip("{\"readings\":[]}".getBytes(UTF_8));
        gzip[gzip.length - 6] ^= 1;

        assertThat(code(decode(gzip))).isEqualTo("malformed");
        assertThat(code(decode(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})))
                .isEqualTo("malformed");
    }

    @Test
    void readsGzip() throws IOException {
        byte[] plain = ("{'readings':[{'meter':'EL'," + AT + ",'register':1}]}")
                .replace('\'', '"')
                .getBytes(UTF_8);

        Decoded decoded = decode(gzip(plain));

        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Decoded.Batch.class, read -> assertThat(read.accepted()).hasSize(1));
    }

    @Test
    void readsManyMembersOfGzipOneAfterAnother() throws IOException {
        byte[] text = "{\"readings\":[]}".getBytes(UTF_8);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        byte[] empty = gzip(new byte[0]);
        while (many.size() < MANY_BYTES) {
            many.write(empty);
        }
        many.write(gzip(text));

        assertThat(new BatchDecoder(2 * MANY_BYTES)
                        .decode(many.toByteArray(), new Examination(catalogue, "gw-1", NOW + 600_000, 10)))
                .isInstanceOf(Decoded.Batch.class);
    }

    @Test
    void neverInflatesBeyondTheLimit() throws IOException {
        byte[] bomb = gzip(new byte[50 * 1024 * 1024]);

        assertThat(bomb.length).isLessThan(LIMIT);
        assertThat(code(decode(bomb))).isEqualTo("too-large");
        assertThat(code(decode(new byte[LIMIT + 1]))).isEqualTo("too-large");
    }

    @Property
    void keepsDecimalsExactAsNumberAndAsString(
            @ForAll @BigRange(min = "-9000000000", max = "9000000000") @Scale(6) BigDecimal value) {
        String plain = value.toPlainString();

        Decoded.Batch batch = batch("{'readings':[{'meter':'CLINKER'," + AT + ",'amount':" + plain + "},"
                + "{'meter':'CLINKER'," + AT + ",'amount':'" + value.stripTrailingZeros() + "'}]}");

        assertThat(batch.accepted())
                .extracting(reading -> Micros.toDecimal(reading.value()))
                .allSatisfy(read -> assertThat(read).isEqualByComparingTo(value))
                .hasSize(2);
    }

    private Decoded.Batch batch(String text) {
        return (Decoded.Batch) decode(text.replace('\'', '"').getBytes(UTF_8));
    }

    private Decoded decode(byte[] payload) {
        return decoder.decode(payload, new Examination(catalogue, "gw-1", NOW + 600_000, 10));
    }

    private static String code(Decoded decoded) {
        return ((Decoded.Unreadable) decoded).refusal().code().word();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
