package io.kilowatch.alerts.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The table {@code verdict_current}: of each enterprise, indicator and period the verdict that came last. */
public final class VerdictStore {
    private static final String UPSERT = """
            INSERT INTO verdict_current AS stored
              (enterprise, indicator, period_kind, period_start, outcome, as_of, body)
            VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)
            ON CONFLICT (enterprise, period_kind, period_start, indicator) DO UPDATE
            SET outcome = excluded.outcome, as_of = excluded.as_of, body = excluded.body
            """;

    /** Always takes rows in the same order, so that two transactions never wait for each other. */
    private static final Comparator<VerdictRecord> ORDER =
            Comparator.comparing(record -> record.verdict().key());

    /** Writes verdicts, at most one for each key. */
    public void write(Connection connection, Collection<VerdictRecord> records) throws SQLException {
        if (records.isEmpty()) {
            return;
        }
        List<VerdictRecord> ordered = records.stream().sorted(ORDER).toList();
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (VerdictRecord record : ordered) {
                var verdict = record.verdict();
                upsert.setString(1, verdict.enterprise().text());
                upsert.setString(2, verdict.indicator());
                upsert.setString(3, verdict.period().kind().word());
                upsert.setObject(4, verdict.period().start());
                upsert.setString(
                        5,
                        verdict.judgement()
                                .map(judgement -> judgement.outcome().word())
                                .orElse(null));
                upsert.setObject(6, verdict.asOf().atOffset(ZoneOffset.UTC));
                upsert.setString(7, record.body());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }
}
