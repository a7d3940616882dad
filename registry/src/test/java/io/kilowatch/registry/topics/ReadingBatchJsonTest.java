package io.kilowatch.registry.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.Reading;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingBatchJsonTest {
    private static final String ONE_READING = """
            {"enterprise":"91350100M000100Y43","device":"gw-1","batch":"b-1","receivedAt":1787191200000,\
            "sentAt":1787191199000,"connection":"c-9","protocol":"mqtt-5","registry":7,"readings":[\
            {"meter":"EL","at":1787191200000,"register":"182734.55"},\
            {"meter":"OUT","at":1787191200000,"amount":"41.2","source":"manual"}]}""";

    @Property(edgeCases = EdgeCasesMode.NONE)
    void isReadBackAsItWas(@ForAll("batches") ReadingBatch batch) throws IOException {
        assertThat(ReadingBatchJson.decode(ReadingBatchJson.encode(batch))).isEqualTo(batch);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void isToTheByteWhatJacksonWrites(@ForAll("batches") ReadingBatch batch) throws IOException {
        assertThat(new String(ReadingBatchJson.encode(batch), StandardCharsets.UTF_8))
                .isEqualTo(new String(JacksonBatch.encode(batch), StandardCharsets.UTF_8));
    }

    @Property
    void textsAreEscapedAsJacksonDoes(@ForAll String text) throws IOException {
        assertThat(new JsonBytes(1).text(text).toArray()).isEqualTo(new ObjectMapper().writeValueAsBytes(text));
    }

    @Property
    void decimalsAreThoseOfMicros(@ForAll long micros) {
        assertThat(new String(new JsonBytes(1).decimal(micros).toArray(), StandardCharsets.UTF_8))
                .isEqualTo('"' + Micros.toText(micros) + '"');
    }

    @Property
    void numbersAreWrittenAsTheyAreAlsoTwice(@ForAll long one, @ForAll long other) {
        byte[] json = new JsonBytes(1)
                .number(one)
                .raw(',')
                .number(one)
                .raw(',')
                .number(other)
                .toArray();

        assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo(one + "," + one + "," + other);
    }

    @Provide
    Arbitrary<ReadingBatch> batches() {
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(20);
        Arbitrary<Reading> readings = Combinators.combine(
                        texts,
                        Arbitraries.longs(),
                        Arbitraries.of(ReadingKind.class),
                        Arbitraries.longs(),
                        Arbitraries.of(ReadingSource.class))
                .as(Reading::new);
        Arbitrary<OptionalLong> sentAt = Arbitraries.longs()
                .map(OptionalLong::of)
                .injectNull(0.3)
                .map(at -> at == null ? OptionalLong.empty() : at);
        return Combinators.combine(
                        texts,
                        texts,
                        texts,
                        Arbitraries.longs(),
                        sentAt,
                        Combinators.combine(texts, texts).as(Channel::new),
                        Arbitraries.longs(),
                        readings.list().ofMaxSize(20))
                .as(ReadingBatch::new);
    }

    @Test
    void hasTheFormThatIsPublished() {
        ReadingBatch batch = new ReadingBatch(
                "91350100M000100Y43",
                "gw-1",
                "b-1",
                1787191200000L,
                OptionalLong.of(1787191199000L),
                new Channel("c-9", "mqtt-5"),
                7,
                List.of(
                        new Reading("EL", 1787191200000L, ReadingKind.REGISTER, 182734550000L, ReadingSource.MEASURED),
                        new Reading("OUT", 1787191200000L, ReadingKind.AMOUNT, 41200000L, ReadingSource.MANUAL)));

        assertThat(new String(ReadingBatchJson.encode(batch), StandardCharsets.UTF_8))
                .isEqualTo(ONE_READING);
    }

    @Test
    void ignoresUnknownFields() throws IOException {
        String more = ONE_READING
                .replace("\"device\"", "\"extra\":{\"a\":[1,{\"enterprise\":\"no\"}]},\"device\"")
                .replace("\"amount\"", "\"quality\":[1,2],\"amount\"");

        assertThat(decode(more)).isEqualTo(decode(ONE_READING));
    }

    @Test
    void readsNumbersAsExactDecimals() throws IOException {
        assertThat(decode(ONE_READING.replace("\"182734.55\"", "9007199254740.993"))
                        .readings()
                        .get(0)
                        .value())
                .isEqualTo(9_007_199_254_740_993_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{\"enterprise\":null,\"readings\":[]}",
                "{\"enterprise\":{\"a\":1},\"readings\":[]}",
                "{\"enterprise\":\"e\",\"readings\":{}}",
                "{\"enterprise\":\"e\",\"readings\":[1]}",
                "{\"enterprise\":\"e\",\"readings\":[[]]}",
                "{\"enterprise\":\"e\",\"receivedAt\":\"noon\",\"readings\":[]}",
                "{\"enterprise\":\"e\",\"readings\":[{\"at\":1,\"amount\":\"1\"}]}",
                "{\"enterprise\":\"e\",\"readings\":[{\"meter\":\"m\",\"amount\":\"1\"}]}",
                "{\"enterprise\":\"e\",\"readings\":[{\"meter\":\"m\",\"at\":1}]}",
                "{\"enterprise\":\"e\",\"readings\":[{\"meter\":\"m\",\"at\":1,\"amount\":\"one\"}]}",
                "{\"enterprise\":\"e\",\"readings\":[{\"meter\":\"m\",\"at\":1,\"amount\":null}]}",
                "{\"enterprise\":\"e\",\"readings\":[{\"meter\":\"m\",\"at\":1,\"amount\":{}}]}",
                "{\"enterprise\":\"e\",\"readings\":[{\"meter\":\"m\",\"at\":1,\"amount\":\"1e99\"}]}"
            })
    void refusesWhatIsNoBatch(String text) {
        assertThatThrownBy(() -> decode(text)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesABatchThatIsCutOffAnywhere() {
        byte[] whole = ONE_READING.getBytes(StandardCharsets.UTF_8);

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ReadingBatchJson.decode(cut)).isInstanceOf(IOException.class);
        }
    }

    private static ReadingBatch decode(String text) throws IOException {
        return ReadingBatchJson.decode(text.getBytes(StandardCharsets.UTF_8));
    }
}
