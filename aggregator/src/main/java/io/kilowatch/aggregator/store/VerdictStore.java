package io.kilowatch.aggregator.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kilowatch.aggregator.figures.Amount;
import io.kilowatch.aggregator.figures.Correction;
import io.kilowatch.aggregator.figures.Place;
import io.kilowatch.aggregator.figures.Tally;
import io.kilowatch.aggregator.figures.Wanted;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.topics.VerdictJson;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the newest verdicts. */
public final class VerdictStore {
    private static final int FETCHED = 5_000;
    private static final PeriodKind[] KINDS = PeriodKind.values();

    /** The next ones in the order of their place. */
    public List<Verdict> page(Connection connection, Wanted wanted, Optional<Place> after, int limit)
            throws SQLException, IOException {
        Condition where = where(wanted);
        after.ifPresent(place -> {
            if (wanted.period().isPresent()) {
                where.and("(enterprise, indicator) > (?, ?)", place.enterprise(), place.indicator());
            } else {
                where.and(
                        "(enterprise, indicator, kind, start) > (?, ?, ?, ?)",
                        place.enterprise(),
                        place.indicator(),
                        place.period().kind().ordinal(),
                        place.period().start());
            }
        });
        String sql = "SELECT verdict::text FROM indicator" + where.sql()
                + " ORDER BY enterprise, indicator, kind, start LIMIT ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int next = where.bind(connection, select);
            select.setInt(next, limit);
            try (ResultSet rows = select.executeQuery()) {
                List<Verdict> verdicts = new ArrayList<>();
                while (rows.next()) {
                    verdicts.add(VerdictJson.decode(rows.getString(1).getBytes(UTF_8)));
                }
                return verdicts;
            }
        }
    }

    /** The values alone of all that are asked for. */
    public List<Amount> amounts(Connection connection, Wanted wanted) throws SQLException {
        Condition where = where(wanted);
        where.and("value IS NOT NULL");
        String sql = "SELECT enterprise, start, value, completeness FROM indicator" + where.sql();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            where.bind(connection, select);
            select.setFetchSize(FETCHED);
            try (ResultSet rows = select.executeQuery()) {
                List<Amount> amounts = new ArrayList<>();
                while (rows.next()) {
                    amounts.add(new Amount(
                            rows.getString(1),
                            rows.getObject(2, LocalDate.class),
                            rows.getBigDecimal(3),
                            rows.getBigDecimal(4)));
                }
                return amounts;
            }
        }
    }

    private static Condition where(Wanted wanted) {
        Condition where = new Condition();
        wanted.enterprises()
                .ifPresent(codes -> where.and("enterprise = ANY (?)", (Object) codes.toArray(String[]::new)));
        wanted.kind().ifPresent(kind -> where.and("kind = ?", kind.ordinal()));
        if (wanted.period().isPresent()) {
            where.and("start = ?", wanted.period().get().start());
        } else {
            wanted.from().ifPresent(day -> where.and("start >= ?", day));
            wanted.to().ifPresent(day -> where.and("start <= ?", day));
        }
        if (wanted.prefix().isPresent()) {
            where.and("starts_with(indicator, ?)", wanted.prefix().get());
        } else {
            wanted.indicator().ifPresent(id -> where.and("indicator = ?", id));
        }
        wanted.outcome().ifPresent(outcome -> where.and("outcome = ?", outcome.word()));
        return where;
    }

    /** The start of the newest period of a kind. */
    public Optional<LocalDate> newest(Connection connection, PeriodKind kind) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT max(start) FROM indicator WHERE kind = ?")) {
            select.setInt(1, kind.ordinal());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getObject(1, LocalDate.class)) : Optional.empty();
            }
        }
    }

    /** How the verdicts of a period came out, by enterprise. */
    public Map<String, Tally> tallies(Connection connection, Period period) throws SQLException {
        String sql = """
                SELECT enterprise, outcome, count(*) FROM indicator
                WHERE kind = ? AND start = ? AND outcome IS NOT NULL GROUP BY enterprise, outcome
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, period.kind().ordinal());
            select.setObject(2, period.start());
            try (ResultSet rows = select.executeQuery()) {
                Map<String, Tally> tallies = new HashMap<>();
                while (rows.next()) {
                    Outcome outcome = Outcome.parse(rows.getString(2));
                    int count = rows.getInt(3);
                    tallies.merge(
                            rows.getString(1),
                            Tally.NONE.plus(outcome, count),
                            (one, other) -> one.plus(outcome, count));
                }
                return tallies;
            }
        }
    }

    /** The figures of an enterprise that were corrected, oldest first, of periods that start in a range of days. */
    public List<Correction> corrections(Connection connection, String enterprise, LocalDate from, LocalDate until)
            throws SQLException {
        String sql = """
                SELECT indicator, kind, start, unit, old_value, new_value, old_outcome, new_outcome, cause, restated_at
                FROM restatement WHERE enterprise = ? AND start >= ? AND start < ? ORDER BY id
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, enterprise);
            select.setObject(2, from);
            select.setObject(3, until);
            try (ResultSet rows = select.executeQuery()) {
                List<Correction> corrections = new ArrayList<>();
                while (rows.next()) {
                    corrections.add(correction(rows));
                }
                return corrections;
            }
        }
    }

    private static Correction correction(ResultSet rows) throws SQLException {
        return new Correction(
                rows.getString(1),
                new Period(KINDS[rows.getInt(2)], rows.getObject(3, LocalDate.class)),
                rows.getString(4),
                Optional.ofNullable(rows.getBigDecimal(5)),
                Optional.ofNullable(rows.getBigDecimal(6)),
                Optional.ofNullable(rows.getString(7)),
                Optional.ofNullable(rows.getString(8)),
                rows.getString(9),
                rows.getObject(10, OffsetDateTime.class).toInstant());
    }
}
