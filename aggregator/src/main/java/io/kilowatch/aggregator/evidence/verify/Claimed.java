package io.kilowatch.aggregator.evidence.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kilowatch.aggregator.evidence.Figure;
import io.kilowatch.aggregator.evidence.IndicatorAccount;
import io.kilowatch.aggregator.evidence.Kept;
import io.kilowatch.aggregator.evidence.Rules;
import io.kilowatch.aggregator.evidence.file.Entries;
import io.kilowatch.aggregator.evidence.file.EvidenceJson;
import io.kilowatch.aggregator.ledger.Definition;
import io.kilowatch.aggregator.store.DefinitionJson;
import io.kilowatch.aggregator.store.Sum;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.document.EnterpriseDocument;
import io.kilowatch.registry.reference.ReferenceData;
import io.kilowatch.registry.reference.ReferenceFiles;
import io.kilowatch.registry.topics.VerdictJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * What a file of evidence says of a figure.
 *
 * @param figure which
 * @param rules by which rules it is computed
 * @param verdict as it was published
 * @param dueUntil up to when readings were due, in milliseconds since 1970 UTC
 * @param enterprise the registry document
 * @param account the document's account for the figure
 * @param reference carriers, factors and quotas
 * @param evidence all that the file tells of the figure
 * @param meters what is said of each meter
 */
record Claimed(
        Figure figure,
        Rules rules,
        Verdict verdict,
        long dueUntil,
        Enterprise enterprise,
        IndicatorAccount account,
        ReferenceData reference,
        JsonNode evidence,
        Map<String, OfMeter> meters) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What is said of a meter.
     *
     * @param sum its sum over the period
     * @param kept how many of its readings are there
     * @param coveredUntil how far its readings reach; {@link Long#MIN_VALUE} for none
     * @param definition what its slots were computed with
     */
    record OfMeter(Sum sum, Kept kept, long coveredUntil, Definition definition) {}

    private interface Parser<T> {
        T parse(byte[] bytes) throws Exception;
    }

    static Claimed read(SealedFile file) throws Unusable {
        JsonNode json = parsed(file, Entries.EVIDENCE, JSON::readTree);
        format(json);
        file.requireAll();
        Enterprise enterprise = parsed(file, Entries.ENTERPRISE, Claimed::enterprise);
        Map<String, Definition> definitions = parsed(file, Entries.METERS, Claimed::definitions);
        ReferenceData reference = reference(file);
        return parsed(file, Entries.EVIDENCE, bytes -> of(json, enterprise, reference, definitions));
    }

    private static <T> T parsed(SealedFile file, String name, Parser<T> parser) throws Unusable {
        byte[] bytes = file.bytes(name);
        try {
            return parser.parse(bytes);
        } catch (Exception e) {
            throw new Unusable(name, "无法读取：" + e.getMessage(), "cannot be read: " + e.getMessage());
        }
    }

    private static Enterprise enterprise(byte[] bytes) throws IOException {
        EnterpriseDocument.Read read = EnterpriseDocument.read(bytes);
        if (read instanceof EnterpriseDocument.Read.Valid valid) {
            return valid.enterprise();
        }
        throw new IOException(read.toString());
    }

    private static Map<String, Definition> definitions(byte[] bytes) throws IOException {
        Map<String, Definition> definitions = new HashMap<>();
        for (JsonNode meter : JSON.readTree(bytes)) {
            definitions.put(
                    meter.required("id").asText(),
                    DefinitionJson.decode(meter.required("definition").toString())
                            .orElseThrow());
        }
        return definitions;
    }

    private static ReferenceData reference(SealedFile file) throws Unusable {
        Map<String, InputStream> rows = new HashMap<>();
        for (String name : Entries.REFERENCE) {
            rows.put(name, new ByteArrayInputStream(file.bytes(name)));
        }
        try {
            return ReferenceFiles.load(rows);
        } catch (IOException | ReferenceFiles.InvalidReferenceData e) {
            throw new Unusable(
                    String.join(", ", Entries.REFERENCE),
                    "无法读取：" + e.getMessage(),
                    "cannot be read: " + e.getMessage());
        }
    }

    private static void format(JsonNode json) throws Unusable {
        String format = json.path("format").asText();
        if (!format.equals(EvidenceJson.FORMAT)) {
            throw new Unusable(
                    Entries.EVIDENCE,
                    "格式为“" + format + "”，本程序核验 " + EvidenceJson.FORMAT + "；请用生成它的版本核验，或重新导出",
                    "its format is \"" + format + "\", and this program verifies " + EvidenceJson.FORMAT
                            + "; verify it with the version that wrote it, or ask for it anew");
        }
    }

    private static Claimed of(
            JsonNode json, Enterprise enterprise, ReferenceData reference, Map<String, Definition> definitions)
            throws IOException {
        JsonNode rules = json.required("rules");
        Verdict verdict = VerdictJson.decode(JSON.writeValueAsBytes(json.required("verdict")));
        Map<String, OfMeter> meters = new HashMap<>();
        for (JsonNode meter : json.required("meters")) {
            String id = meter.required("id").asText();
            Definition definition = definitions.get(id);
            if (definition == null) {
                throw new IOException("no definition of meter " + id + " in " + Entries.METERS);
            }
            meters.put(id, ofMeter(meter, definition));
        }
        Figure figure = new Figure(verdict.enterprise().text(), verdict.indicator(), verdict.period());
        return new Claimed(
                figure,
                new Rules(
                        new BusinessCalendar(
                                ZoneId.of(rules.required("timeZone").asText())),
                        new BigDecimal(rules.required("completenessThreshold").asText()),
                        Duration.parse(rules.required("deliveryGrace").asText())),
                verdict,
                millis(rules.required("dueUntil")),
                enterprise,
                IndicatorAccount.of(enterprise, figure.indicator())
                        .orElseThrow(() -> new IOException("no account computes " + figure.indicator())),
                reference,
                json,
                meters);
    }

    private static OfMeter ofMeter(JsonNode meter, Definition definition) {
        JsonNode sums = meter.required("sums");
        return new OfMeter(
                new Sum(
                        Micros.parse(sums.required("amount").asText()),
                        sums.required("measuredMillis").asLong(),
                        sums.required("interpolatedMillis").asLong()),
                Kept.parse(meter.required("readings").required("kept").asText()),
                meter.hasNonNull("coveredUntil") ? millis(meter.get("coveredUntil")) : Long.MIN_VALUE,
                definition);
    }

    private static long millis(JsonNode time) {
        return OffsetDateTime.parse(time.asText()).toInstant().toEpochMilli();
    }
}
