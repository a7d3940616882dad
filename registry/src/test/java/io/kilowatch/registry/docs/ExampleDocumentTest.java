package io.kilowatch.registry.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.platform.security.PasswordHash;
import io.kilowatch.registry.desk.Answer;
import io.kilowatch.registry.desk.RegistryDesk;
import io.kilowatch.registry.document.EnterpriseDocument;
import io.kilowatch.registry.document.EnterpriseDocument.Read.Valid;
import io.kilowatch.registry.document.SampleDocument;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleDocumentTest {
    @Test
    void isWithoutFault() throws IOException {
        assertThat(EnterpriseDocument.read(PublishedSchemas.file("registry-example.yaml")))
                .isInstanceOf(Valid.class);
    }

    @Test
    void theDeskFindsNothingInItToFaultOrToAdvise() {
        Answer answer =
                RegistryDesk.check(List.of(Path.of("..", "docs", "registry-example.yaml")), BusinessCalendar.CHINA);

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.lines()).hasSize(2).last().isEqualTo("1 document without fault");
    }

    @Test
    void itsPasswordIsTheOneThatItsCommentNames() throws IOException {
        Enterprise enterprise = example().enterprise();

        String hash = enterprise.devices().values().iterator().next().password().orElseThrow();
        assertThat(PasswordHash.parse(hash).matches("example")).isTrue();
    }

    @Test
    void showsEveryFieldOfTheSchema() throws IOException {
        Set<String> known = new TreeSet<>();
        collectProperties(PublishedSchemas.registry(), known);
        Set<String> shown = new TreeSet<>();
        collectFields(PublishedSchemas.yaml("registry-example.yaml"), shown);

        assertThat(known).hasSizeGreaterThan(30);
        assertThat(shown).isEqualTo(known);
    }

    @Test
    void fitsTheSchemaAsItIsWrittenAndAsItIsPublished() throws IOException {
        JsonObject published = new JsonObject(new String(example().json(), StandardCharsets.UTF_8));

        assertThat(PublishedSchemas.misfits(
                        PublishedSchemas.registry(), PublishedSchemas.yaml("registry-example.yaml")))
                .isEmpty();
        assertThat(PublishedSchemas.misfits(PublishedSchemas.registry(), published))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "region: 640121      | region: 64012",
                "plant: existing     | size: 3",
                "kind: register      | kind: counter",
                "carrier: raw-coal   | note: x",
                "product: aluminium  | unit_: t",
                "indicator: pue      | indicator: unit-product",
                "racks: 2000         | racks: -1",
                "from: 2024-01-01    | to: 2024-01-01T10:30",
                "'{from: 2020-01-01' | '{from: 2020-01-01 10:30'",
                "digits: 8           | replacements: [{at: 2026-03-01T10:30, final: 5}]",
                "digits: 8           | 'replacements: [{at: 2026-03-01T10:30, final: -1, initial: 0}]'",
                "'it: [{meter: EL}]' | 'it: []'"
            })
    void theSchemaFindsWhatTheReaderFindsToo(String piece, String replacement) throws IOException {
        SampleDocument spoilt = SampleDocument.VALID.with(piece, replacement);

        assertThat(spoilt.faults()).isNotEmpty();
        assertThat(PublishedSchemas.misfits(PublishedSchemas.registry(), json(spoilt)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pressure: 88600            | pressure: 886",
                "pue: 1.25                  | pue: 0.9",
                "use: fuel                  | use: heat",
                "origin: purchased          | origin: bought",
                "product: wafer             | 'product: wafer, origin: own'",
                "'producedFrom: [EL]'       | 'producedFrom: EL'",
                "capacity: 50000.5          | capacity: 0",
                "input: ore_grade, from: 2026-01-01, value: 97.5 | input: ore_grade, value: 97.5",
                "partial: true              | 'partial: true\n    quota: data-centre.pue.gb40879'",
                "partial: true              | partial: maybe",
                "unit: MJ/m³                | unit: MJ",
                "'meters: [COAL]'           | 'meters: []'",
                "temperature: 185           | temperature: 801",
                "month: 2026-02, valueAdded: 3100 | month: 2026-02",
                "month: 2026-01             | month: January",
                "'months: [0.1, '           | 'months: ['",
                "basis: primary             | basis: thermal",
                "certificates: 1200         | 'certificates: 1200, kWh: 5'",
                "kWh: 500}                  | certificates: 500}",
                "category: permitted        | category: allowed"
            })
    void theSchemaFindsWhatTheReaderFindsTooInWhatIsDeclared(String piece, String replacement) throws IOException {
        SampleDocument spoilt = SampleDocument.WORKS.with(piece, replacement);

        assertThat(spoilt.faults()).isNotEmpty();
        assertThat(PublishedSchemas.misfits(PublishedSchemas.registry(), json(spoilt)))
                .isNotEmpty();
    }

    @Test
    void theSchemaAllowsWhatTheReaderAllows() throws IOException {
        assertThat(PublishedSchemas.misfits(PublishedSchemas.registry(), json(SampleDocument.WORKS)))
                .isEmpty();
    }

    private static JsonObject json(SampleDocument document) throws IOException {
        return new JsonObject(new ObjectMapper().writeValueAsString(new YAMLMapper().readTree(document.text())));
    }

    private static Valid example() throws IOException {
        return (Valid) EnterpriseDocument.read(PublishedSchemas.file("registry-example.yaml"));
    }

    private static void collectProperties(Object schema, Set<String> names) {
        if (schema instanceof JsonObject object) {
            if (object.getValue("properties") instanceof JsonObject properties) {
                names.addAll(properties.fieldNames());
            }
            object.fieldNames().forEach(field -> collectProperties(object.getValue(field), names));
        } else if (schema instanceof JsonArray array) {
            array.forEach(one -> collectProperties(one, names));
        }
    }

    private static void collectFields(Object value, Set<String> names) {
        if (value instanceof JsonObject object) {
            names.addAll(object.fieldNames());
            object.fieldNames().forEach(field -> collectFields(object.getValue(field), names));
        } else if (value instanceof JsonArray array) {
            array.forEach(one -> collectFields(one, names));
        }
    }
}
