package io.kilowatch.aggregator.store;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.topics.VerdictJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** The newest verdict of each indicator and period. */
public final class IndicatorStore {
    private final BusinessCalendar calendar;

    /** Verdicts written with a calendar's offset. */
    public IndicatorStore(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /** Writes verdicts, one per indicator and period, in place of those that were there. */
    public void write(Connection connection, List<Verdict> verdicts) throws SQLException {
        String sql = """
                INSERT INTO indicator
                  (enterprise, indicator, kind, start, value, unit, completeness, outcome, verdict)
                SELECT e, i, k, s, v, u, c, o, d::jsonb FROM unnest(
                  ?::text[], ?::text[], ?::smallint[], ?::date[], ?::numeric[], ?::text[], ?::numeric[], ?::text[],
                  ?::text[]) AS q (e, i, k, s, v, u, c, o, d)
                ON CONFLICT (enterprise, indicator, kind, start) DO UPDATE SET
                  value = excluded.value, unit = excluded.unit, completeness = excluded.completeness,
                  outcome = excluded.outcome, verdict = excluded.verdict
                """;
        if (verdicts.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            Columns columns = new Columns(connection, upsert, verdicts);
            columns.add("text", verdict -> verdict.enterprise().text());
            columns.add("text", Verdict::indicator);
            columns.add("int2", verdict -> (short) verdict.period().kind().ordinal());
            columns.add("date", verdict -> verdict.period().start());
            columns.add(
                    "numeric",
                    verdict -> verdict.value()
                            .<Object>map(BigDecimal::toPlainString)
                            .orElse(null));
            columns.add("text", Verdict::unit);
            columns.add("numeric", verdict -> verdict.completeness().toPlainString());
            columns.add(
                    "text",
                    verdict -> verdict.judgement()
                            .<Object>map(j -> j.outcome().word())
                            .orElse(null));
            columns.add("text", verdict -> new String(VerdictJson.encode(verdict, calendar), StandardCharsets.UTF_8));
            upsert.executeUpdate();
        }
    }

    private static final class Columns {
        private final Connection connection;
        private final PreparedStatement statement;
        private final List<Verdict> verdicts;
        private int next = 1;

        Columns(Connection connection, PreparedStatement statement, List<Verdict> verdicts) {
            this.connection = connection;
            this.statement = statement;
            this.verdicts = verdicts;
        }

        void add(String type, Function<Verdict, @org.jspecify.annotations.Nullable Object> cell) throws SQLException {
            Object[] cells = new Object[verdicts.size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cell.apply(verdicts.get(i));
            }
            statement.setArray(next++, connection.createArrayOf(type, cells));
        }
    }
}
