package io.kilowatch.alerts.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Reason;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reasons as a JSON column: {@code [{"code","zh","en"}]}. */
final class Reasons {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Reasons() {}

    static String text(List<Reason> reasons) {
        ArrayNode array = JSON.createArrayNode();
        reasons.forEach(reason -> array.addObject()
                .put("code", reason.code())
                .put("zh", reason.text().zh())
                .put("en", reason.text().en()));
        return array.toString();
    }

    static List<Reason> read(String text) throws SQLException {
        try {
            List<Reason> reasons = new ArrayList<>();
            JSON.readTree(text)
                    .forEach(one -> reasons.add(new Reason(
                            one.path("code").asText(),
                            new Name(one.path("zh").asText(), one.path("en").asText()))));
            return reasons;
        } catch (JsonProcessingException e) {
            throw new SQLException("a stored reason cannot be read", e);
        }
    }
}
