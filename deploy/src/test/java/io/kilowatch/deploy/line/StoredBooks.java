package io.kilowatch.deploy.line;

/** Queries for what the database holds, as text that {@link PlainBooks} says in the same way. */
final class StoredBooks {
    static final String READINGS = readings("reading");
    static final String ASIDE = readings("reading_aside");

    static final String SLOTS = """
            SELECT m.enterprise, m.code, (extract(epoch FROM at) * 1000)::bigint, amount, measured, interpolated
            FROM slot s JOIN meter m ON m.id = s.meter
            WHERE (amount, measured, interpolated) <> (0, 0, 0)
            """;

    static final String SUMS = """
            SELECT m.enterprise, m.code, kind, start, amount, measured, interpolated
            FROM period_sum p JOIN meter m ON m.id = p.meter
            WHERE (amount, measured, interpolated) <> (0, 0, 0)
            """;

    static final String ELECTRICITY = """
            SELECT i.enterprise, i.kind, i.start, round(i.value, 6)
            FROM indicator i
            WHERE i.indicator = 'energy.electricity' AND EXISTS (
              SELECT FROM period_sum p JOIN meter m ON m.id = p.meter
              WHERE m.enterprise = i.enterprise AND m.code = 'EL' AND (p.kind, p.start) = (i.kind, i.start)
                AND (p.amount, p.measured, p.interpolated) <> (0, 0, 0))
            """;

    private StoredBooks() {}

    private static String readings(String table) {
        return """
                SELECT m.enterprise, m.code, (extract(epoch FROM at) * 1000)::bigint, value,
                       (extract(epoch FROM received_at) * 1000)::bigint, position
                FROM %s r JOIN meter m ON m.id = r.meter
                """.formatted(table);
    }
}
