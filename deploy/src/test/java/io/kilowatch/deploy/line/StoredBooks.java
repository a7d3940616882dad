package io.kilowatch.deploy.line;

/** Queries for what the database holds, as text that {@link PlainBooks} says in the same way. */
final class StoredBooks {
    static final String READINGS = """
            SELECT m.enterprise, m.code, (extract(epoch FROM at) * 1000)::bigint, value,
                   (extract(epoch FROM received_at) * 1000)::bigint
            FROM reading r JOIN meter m ON m.id = r.meter
            """;

    /** Values that count are left out: one that was said twice may also have been replaced once. */
    static final String SUPERSEDED = """
            SELECT DISTINCT m.enterprise, m.code, (extract(epoch FROM s.at) * 1000)::bigint, s.value
            FROM reading_superseded s JOIN meter m ON m.id = s.meter
            WHERE NOT EXISTS (SELECT FROM reading r WHERE (r.meter, r.at, r.value) = (s.meter, s.at, s.value))
            """;

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
}
