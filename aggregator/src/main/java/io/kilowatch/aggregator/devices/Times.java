package io.kilowatch.aggregator.devices;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;

/** Times and numbers that may be absent, in statements and rows. Times are milliseconds since 1970 UTC. */
final class Times {
    private Times() {}

    static OffsetDateTime of(long millis) {
        return OffsetDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }

    static void set(PreparedStatement statement, int index, long millis) throws SQLException {
        statement.setObject(index, of(millis));
    }

    static void set(PreparedStatement statement, int index, OptionalLong millis) throws SQLException {
        if (millis.isPresent()) {
            statement.setObject(index, of(millis.getAsLong()));
        } else {
            statement.setNull(index, Types.TIMESTAMP_WITH_TIMEZONE);
        }
    }

    static void setNumber(PreparedStatement statement, int index, OptionalLong number) throws SQLException {
        if (number.isPresent()) {
            statement.setLong(index, number.getAsLong());
        } else {
            statement.setNull(index, Types.BIGINT);
        }
    }

    static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static OptionalLong number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
