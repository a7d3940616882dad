package io.kilowatch.ingest.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.BusinessCalendar;
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
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NationalDecoderTest {
    private static final String DAY =
            "{'dataCode':'00-00-0000-011500-11','dataValue':123.45,'inputType':1,'statType':1,"
                    + "'statDate':'2026-11-21 00:00:00','uploadDate':'2026-11-22 01:38:00','scope':1,'valid':true}";
    private static final long MIDNIGHT = Instant.parse("2026-11-20T16:00:00Z").toEpochMilli();

    private final NationalDecoder decoder = new NationalDecoder(100_000, BusinessCalendar.CHINA);

    @Test
    void aRecordIsTheAmountOfTheMeterWithItsCodeFromItsDateOn() {
        Decoded.Batch batch = batch(upload(DAY));

        assertThat(batch.refused()).isEmpty();
        assertThat(batch.accepted())
                .containsExactly(
                        new Reading("GAS", MIDNIGHT, ReadingKind.AMOUNT, 123_450_000L, ReadingSource.MEASURED));
        assertThat(batch.sentAt())
                .hasValue(Instant.parse("2026-11-21T17:38:00Z").toEpochMilli());
    }

    @Test
    void anHourIsRealTimeAndTextsAreAsGoodAsNumbers() {
        Decoded.Batch batch =
                batch(upload("{'dataCode':'0000000002330011','dataValue':'0.5','inputType':'5','statType':'0',"
                        + "'statDate':'2026-11-21 09:00:00','scope':'1'}"));

        assertThat(batch.accepted())
                .containsExactly(new Reading(
                        "POWER", MIDNIGHT + 9 * 3_600_000L, ReadingKind.AMOUNT, 500_000L, ReadingSource.MANUAL));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'dataCode':'00-00-0000-011500-11' | 'dataCode':'00-00-0000-01150-11' | bad-code",
                "'scope':1 | 'scope':9 | bad-code",
                "'dataCode':'00-00-0000-011500-11' | 'dataCode':'04-00-0000-011500-11' | bad-code",
                "'dataCode':'00-00-0000-011500-11' | 'dataCode':'00-00-0000-011500-10' | unknown-meter",
                "'statType':1 | 'statType':0 | wrong-period",
                "'statType':1 | 'statType':7 | wrong-period",
                "'statDate':'2026-11-21 00:00:00' | 'statDate':'2026-11-31 00:00:00' | bad-time",
                "'statDate':'2026-11-21 00:00:00' | 'statDate':'2026-12-21 00:00:00' | too-far-in-future",
                "'dataValue':123.45 | 'dataValue':'much' | bad-number",
                "'dataValue':123.45 | 'dataValue':null | bad-number",
                "'inputType':1 | 'inputType':9 | wrong-kind",
                "'valid':true | 'valid':false | marked-invalid",
                "'valid':true | 'valid':0 | marked-invalid",
                "'valid':true | 'valid':'perhaps' | wrong-kind"
            })
    void aRecordWithAFaultIsRefusedByName(String good, String bad, String code) {
        Decoded.Batch batch = batch(upload(DAY.replace(good, bad) + ',' + DAY));

        assertThat(batch.refused()).extracting(Refusal::index).containsExactly(0);
        assertThat(batch.refused()).extracting(refusal -> refusal.code().word()).containsExactly(code);
        assertThat(batch.accepted()).hasSize(1);
    }

    @Test
    void anUploadOfAnotherEnterpriseIsRefusedAsAWhole() {
        Decoded decoded = decode("{'enterpriseCode':'91640000000000000X','data':[" + DAY + "]}");

        assertThat(((Decoded.Unreadable) decoded).refusal().code().word()).isEqualTo("not-your-enterprise");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "{}", "{'data':{}}", "{'data':[", "{'data':[]} x", "{'data':[],'data':[]}", "nonsense"})
    void whatIsNoUploadIsMalformed(String payload) {
        assertThat(((Decoded.Unreadable) decode(payload)).refusal().code().word())
                .isEqualTo("malformed");
    }

    @Test
    void itMayBeCompressed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(upload(DAY).replace('\'', '"').getBytes(UTF_8));
        }

        assertThat(((Decoded.Batch) decoder.decode(bytes.toByteArray(), examination())).accepted())
                .hasSize(1);
    }

    private static String upload(String records) {
        return "{'deviceId':'x','enterpriseCode':'" + Plant.CODE + "','data':[" + records + "]}";
    }

    private Decoded.Batch batch(String payload) {
        return (Decoded.Batch) decode(payload);
    }

    private Decoded decode(String payload) {
        return decoder.decode(payload.replace('\'', '"').getBytes(UTF_8), examination());
    }

    private static Examination examination() {
        long latest = Instant.parse("2026-11-22T02:26:00Z").toEpochMilli();
        return new Examination(new Catalogue(Plant.enterprise("x"), 7), "gw-1", latest, 100);
    }
}
