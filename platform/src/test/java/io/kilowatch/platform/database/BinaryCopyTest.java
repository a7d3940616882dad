package io.kilowatch.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The layout is that of PostgreSQL's documentation of COPY, section "Binary Format". */
class BinaryCopyTest {
    private final FakeCopy copy = new FakeCopy();

    @Test
    void writesHeaderRowsAndTrailerAsDocumented() throws SQLException {
        BinaryCopy rows = new BinaryCopy(5);
        rows.row()
                .addInt(-2)
                .addShort(258)
                .addLong(0x0102030405060708L)
                .addTime(946_684_800_001L)
                .addText("表a");

        rows.copyInto(copy.connection(), "COPY t FROM STDIN (FORMAT binary)");

        assertThat(HexFormat.of().formatHex(copy.bytes.toByteArray()))
                .isEqualTo(
                        "5047434f50590aff0d0a00" // signature
                                + "00000000" // flags
                                + "00000000" // length of the header's extension
                                + "0005" // fields of the row
                                + "00000004" + "fffffffe"
                                + "00000002" + "0102"
                                + "00000008" + "0102030405060708"
                                + "00000008" + "00000000000003e8" // microseconds since 2000-01-01
                                + "00000004" + "e8a1a861"
                                + "ffff"); // trailer
        assertThat(copy.statements).containsExactly("COPY t FROM STDIN (FORMAT binary)");
        assertThat(copy.ended).isTrue();
        assertThat(copy.cancelled).isFalse();
    }

    @Test
    void countsTimesFromTheYear2000BackwardsToo() throws SQLException, IOException {
        BinaryCopy rows = new BinaryCopy(1);
        rows.row().addTime(Instant.parse("1999-12-31T23:59:59.999Z").toEpochMilli());

        rows.copyInto(copy.connection(), "COPY");

        DataInputStream sent = afterHeader();
        sent.skipNBytes(6);
        assertThat(sent.readLong()).isEqualTo(-1_000);
    }

    @Test
    void sendsManyRowsWithoutLosingAByteAtTheSeams() throws SQLException, IOException {
        BinaryCopy rows = new BinaryCopy(2);
        for (int i = 0; i < 20_000; i++) {
            rows.row().addInt(i).addText("meter-" + i);
        }
        assertThat(rows.rows()).isEqualTo(20_000);

        rows.copyInto(copy.connection(), "COPY");

        DataInputStream sent = afterHeader();
        for (int i = 0; i < 20_000; i++) {
            assertThat(sent.readShort()).isEqualTo((short) 2);
            assertThat(sent.readInt()).isEqualTo(4);
            assertThat(sent.readInt()).isEqualTo(i);
            byte[] text = new byte[sent.readInt()];
            sent.readFully(text);
            assertThat(new String(text, StandardCharsets.UTF_8)).isEqualTo("meter-" + i);
        }
        assertThat(sent.readShort()).isEqualTo((short) -1);
        assertThat(sent.read()).isEqualTo(-1);
    }

    @Test
    void takesATextLongerThanItsPieces() throws SQLException, IOException {
        String longText = "x".repeat(300_000);
        BinaryCopy rows = new BinaryCopy(1);
        rows.row().addText(longText);

        rows.copyInto(copy.connection(), "COPY");

        DataInputStream sent = afterHeader();
        sent.skipNBytes(2);
        assertThat(sent.readInt()).isEqualTo(300_000);
    }

    @Test
    void forgetsItsRowsOnceTheyAreSent() throws SQLException {
        BinaryCopy rows = new BinaryCopy(1);
        rows.row().addInt(1);
        rows.copyInto(copy.connection(), "COPY");
        int once = copy.bytes.size();
        copy.bytes.reset();

        rows.row().addInt(2);
        rows.copyInto(copy.connection(), "COPY");

        assertThat(copy.bytes.size()).isEqualTo(once);
        assertThat(rows.rows()).isZero();
    }

    @Test
    void doesNothingWithoutRows() throws SQLException {
        new BinaryCopy(1).copyInto(copy.connection(), "COPY");

        assertThat(copy.statements).isEmpty();
    }

    @Test
    void cancelsACopyThatFailsAndDoesNotSendItsRowsWithTheNext() throws SQLException {
        BinaryCopy rows = new BinaryCopy(1);
        rows.row().addInt(1);
        copy.fails = true;

        assertThatThrownBy(() -> rows.copyInto(copy.connection(), "COPY")).hasMessage("connection lost");
        assertThat(copy.cancelled).isTrue();

        copy.fails = false;
        rows.row().addInt(2);
        rows.copyInto(copy.connection(), "COPY");
        assertThat(HexFormat.of().formatHex(copy.bytes.toByteArray())).endsWith("000100000004" + "00000002" + "ffff");
        assertThat(copy.bytes.size()).isEqualTo(19 + 2 + 8 + 2);
    }

    private DataInputStream afterHeader() throws IOException {
        DataInputStream sent = new DataInputStream(new ByteArrayInputStream(copy.bytes.toByteArray()));
        sent.skipNBytes(19);
        return sent;
    }
}
