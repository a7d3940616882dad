package io.kilowatch.registry.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Multiplier;
import io.kilowatch.domain.Replacement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterHistoryTest {
    private static final String MULTIPLIER = "{from: 2020-01-01, value: 110000}";
    private static final String DIGITS = "digits: 8\n";

    @ParameterizedTest
    @CsvSource({
        "2026-03-01,                     2026-03-01T00:00",
        "2026-03-01T10:30,               2026-03-01T10:30",
        "2026-03-01T10:30:15.250,        2026-03-01T10:30:15.250",
        "2026-03-01T10:30:00+08:00,      2026-03-01T10:30",
        "2026-02-28T23:30:00-01:00,      2026-03-01T08:30",
        "2026-02-28T16:00Z,              2026-03-01T00:00"
    })
    void aMultiplierBeginsAtADayOrATimeOfTheCalendarOrATimeWithAnOffset(String written, LocalDateTime from) {
        SampleDocument document = SampleDocument.VALID.with(MULTIPLIER, "{from: " + written + ", value: 132000}");

        assertThat(meter(document.enterprise(), "EL").multipliers())
                .containsExactly(new Multiplier(from, new BigDecimal("132000")));
    }

    @Test
    void aTimeWithAnOffsetIsConvertedToTheCalendarThatTheDocumentIsReadIn() {
        BusinessCalendar berlin = new BusinessCalendar(ZoneId.of("Europe/Berlin"));
        byte[] document = SampleDocument.VALID
                .with(MULTIPLIER, "{from: 2026-03-01T10:30:00+08:00, value: 132000}")
                .bytes();

        assertThat(EnterpriseDocument.read(document, berlin))
                .isInstanceOfSatisfying(
                        EnterpriseDocument.Read.Valid.class,
                        valid -> assertThat(meter(valid.enterprise(), "EL").multipliers())
                                .extracting(Multiplier::from)
                                .containsExactly(LocalDateTime.parse("2026-03-01T03:30")));
    }

    @Test
    void replacementsMayStandInAnyOrder() {
        SampleDocument document = SampleDocument.VALID.with(DIGITS, DIGITS + """
                    replacements:
                      - {at: 2026-05-01T09:00:00+08:00, final: "182734.55", initial: "0"}
                      - {at: 2025-05-01, final: 99999999.999999, initial: 00012.50}
                """);

        assertThat(meter(document.enterprise(), "EL").replacements())
                .containsExactly(
                        new Replacement(
                                LocalDateTime.parse("2025-05-01T00:00"),
                                new BigDecimal("99999999.999999"),
                                new BigDecimal("12.50")),
                        new Replacement(
                                LocalDateTime.parse("2026-05-01T09:00"),
                                new BigDecimal("182734.55"),
                                new BigDecimal("0")));
    }

    @Test
    void aRegisterOfUnknownDigitsTakesAnyNumberOfThem() {
        SampleDocument document = SampleDocument.VALID.with(
                DIGITS, "replacements: [{at: 2026-05-01, final: 999999999999, initial: 0}]\n");

        assertThat(document.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2024-01-01", "2026-06-30"})
    void theLastDayMayBeTheFirstOrALaterOne(LocalDate to) {
        SampleDocument document = SampleDocument.VALID.with("from: 2024-01-01", "from: 2024-01-01\n    to: " + to);

        assertThat(meter(document.enterprise(), "EL").to()).contains(to);
    }

    @Test
    void aMeterWithoutThemHasNone() {
        Meter meter = meter(SampleDocument.VALID.enterprise(), "OUT");

        assertThat(meter.replacements()).isEmpty();
        assertThat(meter.multipliers()).isEmpty();
        assertThat(meter.to()).isEmpty();
    }

    @Test
    void thePublishedJsonKeepsTimesAndNumbersAsTheyAreWritten() {
        SampleDocument document = SampleDocument.VALID
                .with(MULTIPLIER, "{from: 2026-03-01T10:30:00+08:00, value: 1.10}")
                .with(
                        DIGITS,
                        DIGITS + "    replacements: [{at: 2026-03-01T10:30, final: 00182734.550, initial: 0.0}]\n");

        String json = new String(document.valid().json(), UTF_8);

        assertThat(json)
                .contains("{\"from\":\"2026-03-01T10:30:00+08:00\",\"value\":\"1.10\"}")
                .contains("{\"at\":\"2026-03-01T10:30\",\"final\":\"00182734.550\",\"initial\":\"0.0\"}");
        assertThat(new SampleDocument(json).enterprise()).isEqualTo(document.enterprise());
    }

    @Property(tries = 100)
    void aMomentSaysTheSameInEveryOffset(
            @ForAll("moments") LocalDateTime moment, @ForAll("offsets") ZoneOffset offset) {
        BusinessCalendar china = BusinessCalendar.CHINA;
        String elsewhere = moment.atZone(china.zone())
                .toOffsetDateTime()
                .withOffsetSameInstant(offset)
                .toString();

        assertThat(Moments.moment(elsewhere, china)).isEqualTo(moment);
        assertThat(Moments.moment(moment.toString(), china)).isEqualTo(moment);
    }

    private static Meter meter(Enterprise enterprise, String id) {
        return requireNonNull(enterprise.meters().get(id));
    }

    @Provide
    Arbitrary<LocalDateTime> moments() {
        return Arbitraries.longs()
                .between(0, 4_000_000_000_000L)
                .map(millis ->
                        LocalDateTime.ofEpochSecond(millis / 1000, (int) (millis % 1000) * 1_000_000, ZoneOffset.UTC))
                .map(moment -> moment.withYear(Math.max(1992, moment.getYear())));
    }

    @Provide
    Arbitrary<ZoneOffset> offsets() {
        return Arbitraries.integers().between(-72, 72).map(quarters -> ZoneOffset.ofTotalSeconds(quarters * 900));
    }
}
