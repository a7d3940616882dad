package io.kilowatch.aggregator.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.kilowatch.domain.PeriodKind;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures of a year as they are now. */
final class FiguresStore {
    /** How many enterprises are in memory at the same time. */
    static final int FETCHED_AT_ONCE = 20;

    private final Connection connection;
    private final int year;

    FiguresStore(Connection connection, int year) {
        this.connection = connection;
        this.year = year;
    }

    /**
     * An enterprise in scope.
     *
     * @param code its code
     * @param registryOffset of the document that its figures are computed with
     * @param reference the digest of the reference data that they are computed with
     * @param document the document in force, as JSON
     */
    record InScope(String code, long registryOffset, String reference, Optional<String> document) {}

    /** Every enterprise in scope that has ever had figures, in the order of their codes. */
    List<InScope> inScope(Scope scope) throws SQLException {
        String sql = """
                SELECT l.enterprise, l.registry_offset, l.reference, d.document::text
                FROM enterprise_ledger l LEFT JOIN enterprise_document d ON d.enterprise = l.enterprise
                WHERE (? <> 'ENTERPRISE' OR l.enterprise = ?)
                  AND (? <> 'REGION' OR starts_with(d.document #>> '{enterprise,region}', ?))
                ORDER BY l.enterprise COLLATE "C"
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, scope.kind().name());
            select.setString(2, scope.key());
            select.setString(3, scope.kind().name());
            select.setString(4, scope.key());
            try (ResultSet rows = select.executeQuery()) {
                List<InScope> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new InScope(
                            rows.getString(1),
                            rows.getLong(2),
                            rows.getString(3),
                            Optional.ofNullable(rows.getString(4))));
                }
                return found;
            }
        }
    }

    /** An enterprise's figures of the year and of its months; none if it has none. */
    EnterpriseYear of(InScope enterprise) throws SQLException, IOException {
        Optional<JsonNode> document = Optional.empty();
        if (enterprise.document().isPresent()) {
            document = Optional.of(
                    CanonicalJson.JSON.readTree(enterprise.document().get()));
        }
        return EnterpriseYear.of(
                enterprise.code(), Optional.of(enterprise.registryOffset()), document, verdicts(enterprise.code()));
    }

    /** The same of an enterprise that may be in no scope any more. */
    List<JsonNode> verdicts(String enterprise) throws SQLException, IOException {
        String sql = """
                SELECT verdict::text FROM indicator
                WHERE enterprise = ? AND ((kind = ? AND start = ?) OR (kind = ? AND start >= ? AND start < ?))
                """;
        LocalDate start = LocalDate.of(year, 1, 1);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, enterprise);
            select.setInt(2, PeriodKind.YEAR.ordinal());
            select.setObject(3, start);
            select.setInt(4, PeriodKind.MONTH.ordinal());
            select.setObject(5, start);
            select.setObject(6, start.plusYears(1));
            try (ResultSet rows = select.executeQuery()) {
                List<JsonNode> verdicts = new ArrayList<>();
                while (rows.next()) {
                    verdicts.add(CanonicalJson.JSON.readTree(rows.getString(1)));
                }
                return verdicts;
            }
        }
    }
}
