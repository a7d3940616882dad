package io.kilowatch.aggregator.store;

import io.kilowatch.domain.Verdict;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Figures that a correction changed after they were published: the old one, the new one, why and when.
 *
 * <p>Only figures that reach equally far into their period are compared, so that a running period's growth is none.
 */
public final class RestatementStore {
    /** Why a figure was restated. The words are stored. */
    public enum Cause {
        /** The enterprise's registry document changed. */
        REGISTRY("registry"),
        /** The factors or quotas of the program changed. */
        REFERENCE("reference"),
        /** A reading took the place of one that said something else. */
        READING("reading");

        private final String word;

        Cause(String word) {
            this.word = word;
        }
    }

    /**
     * A verdict about to be written, with what changed it.
     *
     * @param registryOffset of the document that it was computed with
     */
    public record Restated(Verdict verdict, Cause cause, long registryOffset) {}

    /** Notes those that differ from the verdicts stored; to be called before they are written. */
    public void note(Connection connection, List<Restated> restated, Instant now) throws SQLException {
        String sql = """
                INSERT INTO restatement (enterprise, indicator, kind, start, unit, old_value, new_value, old_outcome,
                                         new_outcome, cause, registry_offset, restated_at)
                SELECT q.e, q.i, q.k, q.s, q.u, old.value, q.v, old.outcome, q.o, q.c, q.r, ?
                FROM unnest(?::text[], ?::text[], ?::smallint[], ?::date[], ?::text[], ?::numeric[], ?::text[],
                            ?::timestamptz[], ?::text[], ?::bigint[]) AS q (e, i, k, s, u, v, o, a, c, r)
                JOIN indicator old ON old.enterprise = q.e AND old.indicator = q.i AND old.kind = q.k AND old.start = q.s
                WHERE (old.verdict ->> 'asOf')::timestamptz = q.a
                  AND (old.value IS DISTINCT FROM q.v OR old.outcome IS DISTINCT FROM q.o)
                """;
        if (restated.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            insert.setArray(
                    2,
                    Rows.array(
                            connection,
                            "text",
                            restated,
                            one -> one.verdict.enterprise().text()));
            insert.setArray(3, Rows.array(connection, "text", restated, one -> one.verdict.indicator()));
            insert.setArray(4, Rows.array(connection, "int2", restated, one ->
                    (short) one.verdict.period().kind().ordinal()));
            insert.setArray(
                    5,
                    Rows.array(
                            connection,
                            "date",
                            restated,
                            one -> one.verdict.period().start()));
            insert.setArray(6, Rows.array(connection, "text", restated, one -> one.verdict.unit()));
            insert.setArray(
                    7,
                    Rows.array(
                            connection,
                            "numeric",
                            restated,
                            one -> one.verdict
                                    .value()
                                    .<Object>map(value -> value.toPlainString())
                                    .orElse(null)));
            insert.setArray(
                    8,
                    Rows.array(
                            connection,
                            "text",
                            restated,
                            one -> one.verdict
                                    .judgement()
                                    .<Object>map(
                                            judgement -> judgement.outcome().word())
                                    .orElse(null)));
            insert.setArray(
                    9,
                    Rows.array(
                            connection,
                            "timestamptz",
                            restated,
                            one -> one.verdict.asOf().toString()));
            insert.setArray(10, Rows.array(connection, "text", restated, one -> one.cause.word));
            insert.setArray(11, Rows.array(connection, "int8", restated, Restated::registryOffset));
            insert.executeUpdate();
        }
    }
}
