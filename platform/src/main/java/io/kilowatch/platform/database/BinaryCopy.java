package io.kilowatch.platform.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into a table by PostgreSQL's binary COPY, collected in memory and sent in large pieces.
 *
 * <p>Call {@link #row} and then one {@code add} per column, in the order of the COPY statement.
 */
public final class BinaryCopy {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final long MICROS_1970_TO_2000 = 946_684_800_000_000L;
    private static final int PIECE = 1 << 16;

    private final int columns;
    private byte[] bytes = new byte[PIECE];
    private int length;
    private int rows;

    /** Rows of so many columns. */
    public BinaryCopy(int columns) {
        this.columns = columns;
        clear();
    }

    /** How many rows have been collected. */
    public int rows() {
        return rows;
    }

    /** Begins a row. */
    public BinaryCopy row() {
        room(2);
        rows++;
        put2(columns);
        return this;
    }

    /** An {@code integer}. */
    public BinaryCopy addInt(int value) {
        room(8);
        put4(4);
        put4(value);
        return this;
    }

    /** A {@code smallint}. */
    public BinaryCopy addShort(int value) {
        room(6);
        put4(2);
        put2(value);
        return this;
    }

    /** A {@code bigint}. */
    public BinaryCopy addLong(long value) {
        room(12);
        put4(8);
        put4((int) (value >>> 32));
        put4((int) value);
        return this;
    }

    /** A {@code timestamptz} from milliseconds since 1970 UTC. */
    public BinaryCopy addTime(long millis) {
        return addLong(millis * 1_000 - MICROS_1970_TO_2000);
    }

    /** A {@code text}. */
    public BinaryCopy addText(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        room(4 + text.length);
        put4(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    /**
     * Sends all rows with a {@code COPY … FROM STDIN (FORMAT binary)} statement, and forgets them, also when that fails:
     * the transaction is lost then, and the rows are collected anew with it.
     */
    public void copyInto(Connection connection, String statement) throws SQLException {
        if (rows == 0) {
            return;
        }
        room(2);
        put2(-1);
        try {
            send(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement));
        } finally {
            clear();
        }
    }

    private void send(CopyIn copy) throws SQLException {
        try {
            for (int from = 0; from < length; from += PIECE) {
                copy.writeToCopy(bytes, from, Math.min(PIECE, length - from));
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void clear() {
        System.arraycopy(HEADER, 0, bytes, 0, HEADER.length);
        length = HEADER.length;
        rows = 0;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    private void put2(int value) {
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private void put4(int value) {
        bytes[length++] = (byte) (value >>> 24);
        bytes[length++] = (byte) (value >>> 16);
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }
}
