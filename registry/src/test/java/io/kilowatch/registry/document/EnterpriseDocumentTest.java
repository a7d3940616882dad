package io.kilowatch.registry.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kilowatch.domain.Account;
import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Multiplier;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReportingInterval;
import io.kilowatch.domain.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnterpriseDocumentTest {
    @Test
    void saysWhatItsTextSays() {
        Enterprise enterprise = SampleDocument.VALID.enterprise();

        assertThat(enterprise.code()).hasToString("91350100M000100Y43");
        assertThat(enterprise.name()).isEqualTo(new Name("示例", "Sample"));
        assertThat(enterprise.region()).isEqualTo("640121");
        assertThat(enterprise.newPlant()).isFalse();
        assertThat(enterprise.sites())
                .singleElement()
                .satisfies(site -> assertThat(site.altitude()).contains(new BigDecimal("1115")));
        assertThat(enterprise.meters()).containsOnlyKeys("EL", "COAL", "OUT");
        assertThat(enterprise.meters().get("EL"))
                .isEqualTo(new Meter(
                        "EL",
                        "gw-1",
                        new Name("进线", "Incomer"),
                        new Meter.Measured.Energy("electricity"),
                        ReadingKind.REGISTER,
                        Unit.KWH,
                        List.of(new Multiplier(LocalDate.parse("2020-01-01").atStartOfDay(), new BigDecimal("110000"))),
                        Optional.of(8),
                        Optional.of(new BigDecimal("200000")),
                        List.of(),
                        ReportingInterval.PT15M,
                        Optional.of(LocalDate.parse("2024-01-01")),
                        Optional.empty()));
        assertThat(enterprise.accounts().get(0))
                .isEqualTo(new Account.Comprehensive("all", List.of(new Term("EL", false), new Term("COAL", false))));
        assertThat(enterprise.dataCentre().orElseThrow().racks()).isEqualTo(2000);
    }

    @Test
    void itsJsonSaysTheSameAndIsReadByAnyJsonReader() throws IOException {
        byte[] json = SampleDocument.VALID.valid().json();

        SampleDocument again = new SampleDocument(new String(json, StandardCharsets.UTF_8));

        assertThat(again.enterprise()).isEqualTo(SampleDocument.VALID.enterprise());
        assertThat(again.valid().json()).isEqualTo(json);
        assertThat(new ObjectMapper().readTree(json).at("/meters/0/unit").asText())
                .isEqualTo("kWh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"007", "1_2", "0x1F", "1e5", "yes", "on", "true", "12345678901234567890123", "1.10"})
    void keepsAnIdAsItIsWritten(String id) {
        String meter = id.replace('.', '_');
        SampleDocument document = new SampleDocument(SampleDocument.VALID.text().replace(": EL", ": " + meter));

        assertThat(document.enterprise().meters()).containsKey(meter);
    }

    @Test
    void keepsEveryDigitOfADecimal() {
        SampleDocument document = SampleDocument.VALID.with("value: 110000", "value: 0.123456789012");

        assertThat(document.enterprise().meters().values())
                .flatExtracting(Meter::multipliers)
                .extracting(Multiplier::value)
                .containsExactly(new BigDecimal("0.123456789012"));
    }

    @Test
    void readsJsonIndentedWithTabs() {
        String json = new String(SampleDocument.VALID.valid().json(), StandardCharsets.UTF_8).replace("{", "{\n\t");

        assertThat(new SampleDocument(json).enterprise()).isEqualTo(SampleDocument.VALID.enterprise());
    }

    @Test
    void readsYamlThatBeginsWithABrace() {
        assertThat(new SampleDocument("{enterprise: {}}").faults())
                .extracting(Fault::path)
                .contains("enterprise.code", "enterprise.plant");
    }

    @Test
    void readsAByteOrderMark() {
        assertThat(new SampleDocument('\uFEFF' + SampleDocument.VALID.text()).faults())
                .isEmpty();
    }

    @Test
    void aSyntaxErrorNamesItsLine() {
        SampleDocument document = SampleDocument.VALID.with("region: 640121", "region: [640121");

        assertThat(document.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isBetween(5, 6);
            assertThat(fault.message())
                    .startsWith("cannot be read as YAML or JSON at column")
                    .doesNotContain("\n");
        });
    }

    @Test
    void aSyntaxErrorInJsonNamesItsLine() {
        assertThat(new SampleDocument("{\n\"enterprise\": {\n\"code\": \"1\",,\n}}").faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "null", "- a\n- b\n", "text", "[]", "42"})
    void refusesWhatIsNoMapping(String text) {
        assertThat(new SampleDocument(text).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("not a mapping"));
    }

    @Test
    void refusesATextInGbkInsteadOfReadingItWrong() {
        byte[] gbk = SampleDocument.VALID.text().getBytes(Charset.forName("GBK"));

        assertThat(EnterpriseDocument.read(gbk)).isInstanceOf(EnterpriseDocument.Read.Faulty.class);
    }

    @Test
    void refusesAFieldThatIsGivenTwice() {
        SampleDocument document = SampleDocument.VALID.with("unit: kWh\n", "unit: kWh\n    unit: MWh\n");

        assertThat(document.faults()).singleElement().hasToString("line 21, meters[0].unit: is given twice");
    }

    @Test
    void refusesASecondDocumentInTheSameFile() {
        SampleDocument document = new SampleDocument(SampleDocument.VALID.text() + "---\nenterprise: {}\n");

        assertThat(document.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).startsWith("a second document follows"));
    }

    @Test
    void refusesAnchorsWhichItWouldReadWrong() {
        SampleDocument document = SampleDocument.VALID
                .with("{zh: 煤, en: Coal}", "&n {zh: 煤, en: Coal}")
                .with("{zh: 产量, en: Output}", "*n");

        assertThat(document.faults())
                .extracting(Fault::toString)
                .contains("line 36, meters[2].name: refers to an anchor; write the value out");
    }

    @Test
    void anEmptyDocumentMissesTheEnterpriseOnce() {
        assertThat(new SampleDocument("{}").faults())
                .singleElement()
                .hasToString("line 1, enterprise: is missing; its fields are code, name, region, industry, plant");
    }

    @Test
    void doesNotBreakOnDeepNesting() {
        assertThat(new SampleDocument("a: " + "[".repeat(5_000)).faults()).isNotEmpty();
        assertThat(new SampleDocument("{\"a\": " + "[".repeat(5_000)).faults()).isNotEmpty();
    }

    @Test
    void devicesWithoutMetersAreReported() {
        assertThat(new SampleDocument("""
                enterprise: {code: 91350100M000100Y43, name: {zh: 示, en: S}, region: 640121, industry: C32, plant: new}
                devices: [{id: gw}]
                """).faults())
                .singleElement()
                .hasToString("line 1, meters: is missing; list what the devices read");
    }
}
