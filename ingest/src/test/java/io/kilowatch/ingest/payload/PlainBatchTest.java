package io.kilowatch.ingest.payload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kilowatch.ingest.Plant;
import io.kilowatch.ingest.reading.Catalogue;
import io.kilowatch.ingest.reading.Decoded;
import io.kilowatch.ingest.reading.Examination;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read byte by byte comes to the same as what the parser makes of it, and the usual is read so. */
class PlainBatchTest {
    private static final long LATEST = Instant.parse("2026-11-22T02:26:00Z").toEpochMilli();
    private static final int MOST = 4;

    private final Catalogue catalogue = new Catalogue(Plant.enterprise("x"), 7);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"readings\":[]}",
                "{\"batch\":\"b-000187\",\"sentAt\":\"2026-11-22T10:15:03.120+08:00\",\"readings\":[\n"
                        + " {\"meter\":\"EL\",\"at\":\"2026-11-22T10:15:00+08:00\",\"register\":\"182734.55\"},\n"
                        + " {\"meter\":\"CLINKER\",\"at\":\"2026-11-22T10:00:00+08:00\",\"amount\":41.20},\n"
                        + " {\"meter\":\"CRAC\",\"at\":\"2026-11-22T10:15:00+08:00\",\"power\":\"-412.5\",\"source\":\"manual\"},\n"
                        + " {}]}",
                "{\"unit\":null,\"quality\":[],\"readings\":[]}",
                " { \"batch\" : 7 , \"more\" : true , \"readings\" : [ { \"note\" : -1.5 , \"meter\" : \"EL\" } ] } ",
                "{\"readings\":[{\"meter\":\"EL\",\"at\":\"now\",\"register\":1,\"amount\":2}]}",
                "{\"readings\":[{},{},{},{},{},{}]}"
            })
    void comesToTheSameAsTheParser(String text) throws IOException {
        byte[] payload = text.getBytes(UTF_8);

        Decoded plain = PlainBatch.read(payload, examination());

        assertThat(plain == null).isEqualTo(text.contains("\"quality\""));
        assertThat(plain == null ? BatchDecoder.parse(payload, examination()) : plain)
                .isEqualTo(BatchDecoder.parse(payload, examination()));
    }

    @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
    void comesToTheSameAsTheParserWhateverIsWritten(@ForAll("batches") String text) throws IOException {
        agrees(text.getBytes(UTF_8));
    }

    @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
    void comesToTheSameAsTheParserWithAnyByteChanged(
            @ForAll("batches") String text, @ForAll int place, @ForAll byte other) throws IOException {
        byte[] payload = text.getBytes(UTF_8);
        payload[Math.floorMod(place, payload.length)] = other;

        agrees(payload);
    }

    @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
    void comesToTheSameAsTheParserWithAnyPieceMissingOrTwice(
            @ForAll("batches") String text, @ForAll int from, @ForAll int length, @ForAll boolean twice)
            throws IOException {
        int begin = Math.floorMod(from, text.length());
        int end = begin + Math.floorMod(length, text.length() - begin);
        String piece = text.substring(begin, end);

        agrees((text.substring(0, begin) + (twice ? piece + piece : "") + text.substring(end)).getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"batch\":\"b-1\",\"batch\":\"b-2\",\"readings\":[]}",
                "{\"sentAt\":\"\",\"sentAt\":\"\",\"readings\":[]}",
                "{\"readings\":[],\"readings\":[]}",
                "{\"readings\":[{\"meter\":\"NONE\",\"meter\":\"EL\"}]}",
                "{\"readings\":[{\"at\":\"now\",\"at\":\"now\"}]}",
                "{\"readings\":[{\"source\":\"auto\",\"source\":\"auto\"}]}",
                "{\"readings\":[{\"register\":1,\"register\":1}]}"
            })
    void leavesToTheParserWhatStandsTwice(String text) throws IOException {
        byte[] payload = text.getBytes(UTF_8);

        assertThat(PlainBatch.read(payload, examination())).isNull();
        assertThatThrownBy(() -> BatchDecoder.parse(payload, examination()))
                .isInstanceOf(PayloadFault.class)
                .hasMessageContaining("is there twice");
    }

    @Test
    void anExaminationThatWasGivenUpHasSeenNothing() throws IOException {
        byte[] payload =
                "{\"readings\":[{\"meter\":\"EL\",\"at\":\"2026-11-22T10:15:00+08:00\",\"register\":1},{\"meter\":\"\\u0045L\"}]}"
                        .getBytes(UTF_8);
        Examination examination = examination();

        assertThat(PlainBatch.read(payload, examination)).isNull();

        assertThat(BatchDecoder.parse(payload, examination)).isEqualTo(BatchDecoder.parse(payload, examination()));
    }

    private void agrees(byte[] payload) throws IOException {
        Decoded plain = PlainBatch.read(payload, examination());

        if (plain != null) {
            assertThat(Optional.of(plain)).as(new String(payload, ISO_8859_1)).isEqualTo(parsed(payload));
        }
    }

    /** Empty where the parser finds that it is no JSON. */
    private Optional<Decoded> parsed(byte[] payload) throws IOException {
        try {
            return Optional.of(BatchDecoder.parse(payload, examination()));
        } catch (JsonProcessingException | PayloadFault e) {
            return Optional.empty();
        }
    }

    private Examination examination() {
        return new Examination(catalogue, "gw-1", LATEST, MOST);
    }

    @Provide
    Arbitrary<String> batches() {
        Arbitrary<String> members = Combinators.combine(names("batch", "sentAt", "extra", "b\\u0061tch"), values())
                .as((name, value) -> '"' + name + "\":" + value);
        Arbitrary<String> readings =
                readings().list().ofMaxSize(MOST + 2).map(list -> "\"readings\":[" + String.join(",", list) + ']');
        return Combinators.combine(members.list().ofMaxSize(3), readings, spaces())
                .as((before, array, space) -> '{'
                        + space
                        + String.join("," + space, before)
                        + (before.isEmpty() ? "" : ",")
                        + array
                        + space
                        + '}');
    }

    private static Arbitrary<String> readings() {
        Arbitrary<String> usual = Combinators.combine(
                        Arbitraries.of("EL", "HV", "CLINKER", "CRAC", "OTHER", "NONE"),
                        Arbitraries.of("register", "amount", "power"),
                        values())
                .as((meter, kind, value) -> "{\"meter\":\"" + meter + "\",\"at\":\"2026-11-22T10:15:00+08:00\",\""
                        + kind + "\":" + value + '}');
        Arbitrary<String> any = Combinators.combine(
                        names("meter", "at", "register", "amount", "power", "source", "note"), values())
                .as((name, value) -> '"' + name + "\":" + value)
                .list()
                .ofMaxSize(6)
                .map(list -> '{' + String.join(",", list) + '}');
        return Arbitraries.frequencyOf(Tuple.of(4, usual), Tuple.of(4, any), Tuple.of(1, values()));
    }

    private static Arbitrary<String> names(String... names) {
        return Arbitraries.of(List.of(names));
    }

    private static Arbitrary<String> values() {
        return Arbitraries.of(
                "\"EL\"",
                "\"HV\"",
                "\"\"",
                "\"2026-11-22T10:15:00+08:00\"",
                "\"2026-11-22T02:15Z\"",
                "\"2027-11-22T02:15:00Z\"",
                "\"measured\"",
                "\"manual\"",
                "\"none\"",
                "\"182734.55\"",
                "\"1e3\"",
                "\" 1\"",
                "\"0.0000005\"",
                "\"999999999999999\"",
                "\"厂\"",
                "\"a\\\"b\"",
                "\"\\u0045L\"",
                "1",
                "0",
                "-0",
                "01",
                "-",
                "1.",
                ".5",
                "+1",
                "1.5",
                "-12.000001",
                "1e3",
                "1E-2",
                "123456789012345678901234567890",
                "true",
                "false",
                "null",
                "nul",
                "[]",
                "[1]",
                "{}",
                "{\"a\":[]}",
                "NaN",
                "'EL'",
                "\u007F");
    }

    private static Arbitrary<String> spaces() {
        return Arbitraries.of("", " ", "\n\t", "\r\n", "\u000B");
    }
}
