package io.kilowatch.aggregator.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A WHERE clause put together from what is asked for, so that the planner sees only conditions that there are. */
final class Condition {
    private final List<String> parts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    void and(String part, Object... bound) {
        parts.add(part);
        values.addAll(List.of(bound));
    }

    String sql() {
        return parts.isEmpty() ? "" : " WHERE " + String.join(" AND ", parts);
    }

    /** Binds the values; gives the number of the next parameter. */
    int bind(Connection connection, PreparedStatement statement) throws SQLException {
        int next = 1;
        for (Object value : values) {
            if (value instanceof String[] texts) {
                statement.setArray(next++, connection.createArrayOf("text", texts));
            } else {
                statement.setObject(next++, value);
            }
        }
        return next;
    }
}
