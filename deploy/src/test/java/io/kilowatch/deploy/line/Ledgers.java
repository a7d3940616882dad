package io.kilowatch.deploy.line;

import io.kilowatch.domain.EnterpriseCode;

/** Queries about what the ledger holds of enterprises. */
final class Ledgers {
    private Ledgers() {}

    /** Another enterprise's credit code, to be registered with the same document. */
    static String sibling(String code) {
        char last = code.charAt(16);
        String first = code.substring(0, 16) + (char) (last == '9' ? '0' : last + 1);
        return first + EnterpriseCode.checkCharacter(first);
    }

    /** Sums by meter, kind of period and start, as {@code EL|1|2018-01-01|amount|measured|interpolated}. */
    static String sums(String enterprise) {
        return """
                SELECT m.code, p.kind, p.start, p.amount, p.measured, p.interpolated
                FROM period_sum p JOIN meter m ON m.id = p.meter
                WHERE m.enterprise = '%s' ORDER BY 1, 2, 3
                """.formatted(enterprise);
    }

    /** Slots that one enterprise has and the other lacks, or has otherwise. */
    static String slotsThatDiffer(String one, String other) {
        return """
                SELECT * FROM
                  (SELECT m.code, s.* FROM slot s JOIN meter m ON m.id = s.meter WHERE m.enterprise = '%s') a
                FULL JOIN
                  (SELECT m.code, s.* FROM slot s JOIN meter m ON m.id = s.meter WHERE m.enterprise = '%s') b
                USING (code, at)
                WHERE (a.amount, a.measured, a.interpolated) IS DISTINCT FROM (b.amount, b.measured, b.interpolated)
                LIMIT 10
                """.formatted(one, other);
    }

    /** How many of an enterprise's readings came after one of a later time had come. */
    static String late(String enterprise) {
        return """
                SELECT count(*) FROM (
                  SELECT at, max(at) OVER (PARTITION BY meter ORDER BY position) AS latest
                  FROM reading WHERE meter IN (SELECT id FROM meter WHERE enterprise = '%s')) r
                WHERE at < latest
                """.formatted(enterprise);
    }

    /** How many rows a table has of an enterprise. */
    static String count(String table, String enterprise) {
        return "SELECT count(*) FROM " + table + " WHERE meter IN (SELECT id FROM meter WHERE enterprise = '"
                + enterprise + "')";
    }
}
