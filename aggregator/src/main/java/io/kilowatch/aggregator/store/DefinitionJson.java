package io.kilowatch.aggregator.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.ledger.Definition;
import io.kilowatch.aggregator.ledger.Definition.Exchange;
import io.kilowatch.aggregator.ledger.Definition.Factor;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReportingInterval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A meter's definition as text. */
public final class DefinitionJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DefinitionJson() {}

    /** The text of a definition. */
    public static String encode(Definition definition) {
        ObjectNode json = JSON.createObjectNode();
        json.put("kind", definition.kind().word());
        json.put("interval", definition.interval().name());
        for (Factor factor : definition.factors()) {
            json.withArray("factors")
                    .addObject()
                    .put("from", factor.from())
                    .put("value", factor.value().toPlainString());
        }
        definition.digits().ifPresent(digits -> json.put("digits", digits));
        definition.maximumPower().ifPresent(most -> json.put("maximumPower", most));
        for (Exchange exchange : definition.exchanges()) {
            json.withArray("exchanges")
                    .addObject()
                    .put("at", exchange.at())
                    .put("last", exchange.last())
                    .put("first", exchange.first());
        }
        return json.toString();
    }

    /** The definition of a text; absent if it was written by an earlier version. */
    public static Optional<Definition> decode(String text) {
        if (!text.startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(decode(JSON.readTree(text)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a meter's definition: " + text, e);
        }
    }

    private static Definition decode(JsonNode json) {
        List<Factor> factors = new ArrayList<>();
        for (JsonNode factor : json.path("factors")) {
            factors.add(new Factor(
                    factor.get("from").longValue(),
                    new BigDecimal(factor.get("value").textValue())));
        }
        List<Exchange> exchanges = new ArrayList<>();
        for (JsonNode one : json.path("exchanges")) {
            exchanges.add(new Exchange(
                    one.get("at").longValue(),
                    one.get("last").longValue(),
                    one.get("first").longValue()));
        }
        return new Definition(
                ReadingKind.parse(json.get("kind").textValue()).orElseThrow(),
                ReportingInterval.valueOf(json.get("interval").textValue()),
                factors,
                json.has("digits") ? Optional.of(json.get("digits").intValue()) : Optional.empty(),
                json.has("maximumPower") ? Optional.of(json.get("maximumPower").longValue()) : Optional.empty(),
                exchanges);
    }
}
