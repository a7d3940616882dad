package io.kilowatch.ingest.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every property in every packet of a client, against the table of MQTT 5, section 2.2.2.2, written down once more. */
class PropertyTest {
    private static final String MALFORMED = "fault 81";
    private static final String PROTOCOL_ERROR = "fault 82";

    /** Identifier, a value, and the packets that have it: P publish, A answers, S subscribe, U unsubscribe, D disconnect. */
    private static final List<String> TABLE = List.of(
            "01 01 P",
            "02 00000001 P",
            "03 000170 P",
            "08 000170 P",
            "09 000170 P",
            "0b 01 S",
            "11 00000000 D",
            "12 000170 -",
            "13 0005 -",
            "15 000170 -",
            "16 000170 -",
            "17 00 -",
            "18 00000001 -",
            "19 01 -",
            "1a 000170 -",
            "1c 000170 D",
            "1f 000170 AD",
            "21 0005 -",
            "22 0005 -",
            "23 0005 P",
            "24 00 -",
            "25 00 -",
            "26 00017000 0171 PASUD",
            "27 00000005 -",
            "28 00 -",
            "29 00 -",
            "2a 00 -");

    static Stream<Arguments> everyPropertyOfEveryPacket() {
        return TABLE.stream().flatMap(row -> Stream.of("P", "A", "S", "U", "D").map(kind -> Arguments.of(row, kind)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("everyPropertyOfEveryPacket")
    void isLetThroughWhereTheTableHasIt(String row, String kind) {
        byte[] property = property(row);
        boolean allowed = row.substring(row.lastIndexOf(' ')).contains(kind);

        assertThat(outcome(kind, property)).isEqualTo(allowed ? "through" : misplaced(kind));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("everyPropertyOfEveryPacket")
    void isMalformedWithoutItsValue(String row, String kind) {
        assertThat(outcome(kind, Arrays.copyOf(property(row), 1))).isEqualTo(MALFORMED);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("everyPropertyOfEveryPacket")
    void comesOnceExceptUserProperties(String row, String kind) {
        byte[] property = property(row);
        boolean repeatable = row.startsWith("26");
        boolean allowed = row.substring(row.lastIndexOf(' ')).contains(kind);

        String expected = repeatable ? "through" : allowed ? PROTOCOL_ERROR : misplaced(kind);
        assertThat(outcome(kind, new Wire().raw(property).raw(property).bytes()))
                .isEqualTo(expected);
    }

    static IntStream unknown() {
        return IntStream.rangeClosed(0, 300)
                .filter(id -> TABLE.stream().noneMatch(row -> Integer.parseInt(row.substring(0, 2), 16) == id));
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void isMalformedIfThereIsNoneSuch(int id) {
        assertThat(outcome("P", new Wire().variable(id).one(1).bytes())).isEqualTo(MALFORMED);
    }

    private static String misplaced(String kind) {
        return kind.equals("S") || kind.equals("U") ? MALFORMED : PROTOCOL_ERROR;
    }

    private static byte[] property(String row) {
        int space = row.indexOf(' ');
        String value = row.substring(space, row.lastIndexOf(' ')).replace(" ", "");
        return HexFormat.of().parseHex(row.substring(0, space) + value);
    }

    private static String outcome(String kind, byte[] properties) {
        Wire section = new Wire().variable(properties.length).raw(properties);
        byte[] packet = switch (kind) {
            case "P" ->
                Wire.packet(
                        0x32, new Wire().text("t").two(1).raw(section.bytes()).text("payload"));
            case "A" -> Wire.packet(0x40, new Wire().two(1).one(0).raw(section.bytes()));
            case "S" ->
                Wire.packet(
                        0x82, new Wire().two(1).raw(section.bytes()).text("t").one(0));
            case "U" -> Wire.packet(0xA2, new Wire().two(1).raw(section.bytes()).text("t"));
            default -> Wire.packet(0xE0, new Wire().one(0).raw(section.bytes()));
        };
        try (Gate gate = Gate.connected(5)) {
            String outcome = gate.send(packet).passed().get(0);
            return outcome.startsWith("packet") ? "through" : outcome;
        }
    }
}
