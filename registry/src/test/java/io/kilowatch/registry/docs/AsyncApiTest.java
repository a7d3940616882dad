package io.kilowatch.registry.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Reading;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import io.kilowatch.platform.kafka.Topic;
import io.kilowatch.registry.topics.DeviceEvent;
import io.kilowatch.registry.topics.DeviceEventJson;
import io.kilowatch.registry.topics.ReadingBatch;
import io.kilowatch.registry.topics.ReadingBatchJson;
import io.kilowatch.registry.topics.RedriveRequestJson;
import io.kilowatch.registry.topics.RejectedBatchJson;
import io.kilowatch.registry.topics.SampleDeviceEvents;
import io.kilowatch.registry.topics.SampleRejections;
import io.kilowatch.registry.topics.SampleVerdicts;
import io.kilowatch.registry.topics.Topics;
import io.kilowatch.registry.topics.VerdictJson;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsyncApiTest {
    @Test
    void describesEveryTopic() throws IOException {
        Set<String> addresses = new TreeSet<>();
        PublishedSchemas.yaml("asyncapi.yaml")
                .getJsonObject("channels")
                .forEach(channel -> addresses.add(((JsonObject) channel.getValue()).getString("address")));

        assertThat(addresses)
                .contains("kw/v1/{enterprise}/{device}/readings", "kw/v1/{enterprise}/{device}/receipts")
                .filteredOn(address -> !address.contains("{"))
                .containsExactlyInAnyOrderElementsOf(
                        Topics.ALL.stream().map(Topic::name).toList());
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        JsonObject document = PublishedSchemas.yaml("asyncapi.yaml");
        Set<String> references = new TreeSet<>();
        collectReferences(document, references);

        assertThat(references).contains("registry.schema.json").hasSizeGreaterThan(20);
        references.remove("registry.schema.json");
        assertThat(references)
                .allSatisfy(reference -> assertThat(
                                JsonPointer.from(reference.substring(1)).queryJson(document))
                        .isNotNull());
    }

    @Test
    void anAcceptedBatchFits() throws IOException {
        ReadingBatch batch = new ReadingBatch(
                "91350100M000100Y43",
                "gw-1",
                "",
                1787191200000L,
                OptionalLong.of(1787191199000L),
                7,
                List.of(
                        new Reading("EL", 1787191200000L, ReadingKind.REGISTER, Long.MIN_VALUE, ReadingSource.MEASURED),
                        new Reading("OUT", 1787191200000L, ReadingKind.AMOUNT, 1, ReadingSource.SUPPLIER)));

        assertThat(misfits("AcceptedBatch", ReadingBatchJson.encode(batch))).isEmpty();
    }

    @Test
    void whatWasRejectedFits() throws IOException {
        assertThat(misfits("Rejection", RejectedBatchJson.encode(SampleRejections.WITH_MANY_REFUSALS)))
                .isEmpty();
        assertThat(misfits("RedriveRequest", RedriveRequestJson.encode(SampleRejections.REQUEST)))
                .isEmpty();
    }

    @Test
    void everyEventOfADeviceFits() throws IOException {
        assertThat(SampleDeviceEvents.ALL).hasSize(5);
        for (DeviceEvent event : SampleDeviceEvents.ALL) {
            assertThat(misfits("DeviceEvent", DeviceEventJson.encode(event)))
                    .as("%s", event)
                    .isEmpty();
        }
    }

    @Test
    void everyVerdictFits() throws IOException {
        assertThat(SampleVerdicts.ALL).hasSize(4);
        for (var verdict : SampleVerdicts.ALL) {
            assertThat(misfits("Verdict", VerdictJson.encode(verdict, BusinessCalendar.CHINA)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Readings", "Receipt"})
    void theExamplesFit(String name) throws IOException {
        JsonArray examples = PublishedSchemas.yaml("asyncapi.yaml")
                .getJsonObject("components")
                .getJsonObject("messages")
                .getJsonObject(name)
                .getJsonArray("examples");

        JsonObject payload = examples.getJsonObject(0).getJsonObject("payload");
        assertThat(PublishedSchemas.misfits(PublishedSchemas.payload(name), payload))
                .isEmpty();
        assertThat(PublishedSchemas.misfits(
                        PublishedSchemas.payload(name), payload.copy().put("other", 1)))
                .isNotEmpty();
    }

    private static List<String> misfits(String schema, byte[] json) throws IOException {
        return PublishedSchemas.misfits(
                PublishedSchemas.payload(schema), new JsonObject(new String(json, StandardCharsets.UTF_8)));
    }

    private static void collectReferences(Object value, Set<String> references) {
        if (value instanceof JsonObject object) {
            if (object.getValue("$ref") instanceof String reference) {
                references.add(reference);
            }
            object.fieldNames().forEach(field -> collectReferences(object.getValue(field), references));
        } else if (value instanceof JsonArray array) {
            array.forEach(one -> collectReferences(one, references));
        }
    }
}
