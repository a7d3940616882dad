package io.kilowatch.aggregator.store;

import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which indicators of an enterprise there are, and of which periods. */
public final class IndicatorListStore {
    private static final PeriodKind[] KINDS = PeriodKind.values();

    /**
     * A figure in the list.
     *
     * @param indicator its id
     * @param period the period
     * @param nameZh its name in Chinese
     * @param nameEn its name in English
     * @param unit the value's unit
     * @param value absent where it cannot be computed
     * @param completeness 0 to 1
     * @param outcome absent for a figure without quota
     */
    public record Item(
            String indicator,
            Period period,
            String nameZh,
            String nameEn,
            String unit,
            Optional<BigDecimal> value,
            BigDecimal completeness,
            Optional<String> outcome) {}

    /**
     * The next figures in the order of indicator, kind of period and start.
     *
     * @param after where the last page ended; absent for the first page
     * @param kind the only kind of period wanted; absent for all
     */
    public List<Item> page(
            Connection connection, String enterprise, Optional<Place> after, Optional<PeriodKind> kind, int limit)
            throws SQLException {
        String sql = """
                SELECT indicator, kind, start, verdict #>> '{name,zh}', verdict #>> '{name,en}', unit, value,
                  completeness, outcome
                FROM indicator
                WHERE enterprise = ? AND (indicator, kind, start) > (?, ?, ?) AND (? < 0 OR kind = ?)
                ORDER BY indicator, kind, start LIMIT ?
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Place from = after.orElse(Place.BEGINNING);
            int wanted = kind.map(PeriodKind::ordinal).orElse(-1);
            select.setString(1, enterprise);
            select.setString(2, from.indicator());
            select.setInt(3, from.period().kind().ordinal());
            select.setObject(4, from.period().start());
            select.setInt(5, wanted);
            select.setInt(6, wanted);
            select.setInt(7, limit);
            try (ResultSet rows = select.executeQuery()) {
                List<Item> items = new ArrayList<>();
                while (rows.next()) {
                    items.add(item(rows));
                }
                return items;
            }
        }
    }

    private static Item item(ResultSet rows) throws SQLException {
        return new Item(
                rows.getString(1),
                new Period(KINDS[rows.getInt(2)], rows.getObject(3, LocalDate.class)),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                Optional.ofNullable(rows.getBigDecimal(7)),
                rows.getBigDecimal(8),
                Optional.ofNullable(rows.getString(9)));
    }

    /**
     * A place in the list.
     *
     * @param indicator the indicator
     * @param period the period
     */
    public record Place(String indicator, Period period) {
        /** Before all others. */
        static final Place BEGINNING = new Place("", new Period(PeriodKind.DAY, LocalDate.EPOCH));
    }
}
