package io.kilowatch.aggregator.evidence.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.store.IndicatorListStore.Item;
import io.kilowatch.aggregator.store.IndicatorListStore.Place;
import io.kilowatch.domain.Period;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The figures of an enterprise that there is evidence of. */
final class IndicatorList {
    private static final int PAGE = 200;
    private static final int LONGEST_PAGE = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EvidenceSource source;

    IndicatorList(EvidenceSource source) {
        this.source = source;
    }

    ObjectNode page(String code, Optional<String> cursor, Optional<String> kind, Optional<String> limit)
            throws Exception {
        String enterprise = Asked.code(code);
        int most = limit.map(text -> Asked.limit(text, LONGEST_PAGE)).orElse(PAGE);
        List<Item> found = source.page(enterprise, cursor.map(Asked::place), kind.map(Asked::kind), most + 1);
        ObjectNode json = JSON.createObjectNode();
        ArrayNode items = json.putArray("items");
        List<Item> page = found.subList(0, Math.min(most, found.size()));
        page.forEach(item -> items.add(json(enterprise, item)));
        boolean more = found.size() > most;
        Item last = page.isEmpty() ? null : page.get(page.size() - 1);
        json.put("next", more && last != null ? Asked.cursor(new Place(last.indicator(), last.period())) : null);
        return json;
    }

    private static ObjectNode json(String enterprise, Item item) {
        Period period = item.period();
        ObjectNode json = JSON.createObjectNode().put("indicator", item.indicator());
        json.putObject("name").put("zh", item.nameZh()).put("en", item.nameEn());
        json.putObject("period")
                .put("kind", period.kind().word())
                .put("start", period.start().toString())
                .put("end", period.end().toString());
        return json.put("value", item.value().map(BigDecimal::toPlainString).orElse(null))
                .put("unit", item.unit())
                .put("completeness", item.completeness().toPlainString())
                .put("outcome", item.outcome().orElse(null))
                .put(
                        "evidence",
                        "/api/v1/enterprises/" + enterprise + "/indicators/"
                                + URLEncoder.encode(item.indicator(), StandardCharsets.UTF_8) + '/'
                                + period.kind().word() + '/' + period.start() + "/evidence");
    }
}
