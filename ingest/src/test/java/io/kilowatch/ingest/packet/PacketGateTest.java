package io.kilowatch.ingest.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketGateTest {
    private static final byte[] PING = {(byte) 0xC0, 0};

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "packets.csv", numLinesToSkip = 1)
    void letsThroughOrRefusesWhatTheStandardSays(int level, String name, String hex, String outcome) {
        try (Gate gate = Gate.connected(level)) {
            gate.send(bytes(hex));

            assertThat(gate.passed()).containsExactly(outcome);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "connects.csv", numLinesToSkip = 1)
    void answersAConnectAsItsVersionExpects(String name, String hex, String outcome) {
        try (Gate gate = new Gate()) {
            gate.send(bytes(hex));

            if (outcome.equals("admitted")) {
                assertThat(gate.passed()).containsExactly("packet 1");
                assertThat(gate.isClosed()).isFalse();
            } else {
                assertThat(gate.answered()).isEqualTo(outcome.equals("closed") ? "" : outcome);
                assertThat(gate.isClosed()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x20, 0x30, 0x40, 0x82, 0xC0, 0xE0, 0xF0})
    void closesAConnectionThatBeginsWithAnotherPacket(int first) {
        try (Gate gate = new Gate()) {
            gate.send(new byte[] {(byte) first, 0});

            assertThat(gate.isClosed()).isTrue();
            assertThat(gate.passed()).isEmpty();
            assertThat(gate.answered()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"4, fault 82", "5, fault 82"})
    void aSecondConnectIsAFault(int level, String outcome) {
        try (Gate gate = Gate.connected(level)) {
            gate.send(Wire.connect(level, 0x02, new byte[0], "c"));

            assertThat(gate.passed()).containsExactly(outcome);
        }
    }

    @Test
    void aPacketMayComeInAnyPieces() {
        byte[] publish = Wire.packet(0x32, new Wire().text("t").two(7).one(0).text("payload"));
        try (Gate gate = Gate.connected(5)) {
            for (byte one : publish) {
                assertThat(gate.passed()).isEmpty();
                gate.send(new byte[] {one});
            }

            assertThat(gate.passed()).containsExactly("packet 3");
        }
    }

    @Test
    void severalPacketsMayComeAtOnceAndAFaultEndsThemInItsTurn() {
        byte[] wrong = {(byte) 0xC1, 0};
        try (Gate gate = Gate.connected(5)) {
            gate.send(joined(PING, PING, wrong, PING));

            assertThat(gate.passed()).containsExactly("packet 12", "packet 12", "fault 81");
            gate.send(PING);
            assertThat(gate.passed()).isEmpty();
        }
    }

    @Test
    void aPacketBeyondTheMaximumSizeIsRefusedBeforeItHasCome() {
        byte[] beginning = new Wire().one(0x30).variable(Gate.MOST_BYTES + 1).bytes();
        try (Gate gate = Gate.connected(5)) {
            gate.send(beginning);

            assertThat(gate.passed()).containsExactly("fault 95");
        }
    }

    private static byte[] joined(byte[]... packets) {
        Wire all = new Wire();
        Arrays.stream(packets).forEach(all::raw);
        return all.bytes();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
