package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.figures.Tally;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Limits;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Period;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The JSON that answers have in common: decimals as texts, names in both languages. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static <T> ArrayNode array(Collection<T> things, Function<T, ObjectNode> shape) {
        ArrayNode array = MAPPER.createArrayNode();
        things.forEach(thing -> array.add(shape.apply(thing)));
        return array;
    }

    static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = MAPPER.createArrayNode();
        texts.forEach(array::add);
        return array;
    }

    static ObjectNode read(byte[] bytes) {
        try {
            return MAPPER.readValue(new String(bytes, java.nio.charset.StandardCharsets.UTF_8), ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static @Nullable String text(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse(null);
    }

    static ObjectNode name(Name name) {
        return object().put("zh", name.zh()).put("en", name.en());
    }

    static ObjectNode period(Period period) {
        return object().put("kind", period.kind().word())
                .put("start", period.start().toString())
                .put("end", period.end().toString());
    }

    static @Nullable ObjectNode period(Optional<Period> period) {
        return period.map(Json::period).orElse(null);
    }

    static ObjectNode limits(Limits limits) {
        return object().put("level1", text(limits.level1()))
                .put("level2", text(limits.level2()))
                .put("level3", text(limits.level3()));
    }

    static ObjectNode tally(Tally tally) {
        return object().put("within", tally.within())
                .put("exceeds", tally.exceeds())
                .put("cannot-be-judged", tally.cannotBeJudged());
    }

    /** An enterprise in short. */
    static ObjectNode enterprise(Enterprise enterprise) {
        ObjectNode node = object().put("code", enterprise.code().text());
        node.set("name", name(enterprise.name()));
        return node.put("region", enterprise.region())
                .put("industry", enterprise.industry())
                .put("plant", enterprise.newPlant() ? "new" : "existing");
    }
}
