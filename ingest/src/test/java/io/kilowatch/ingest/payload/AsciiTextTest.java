package io.kilowatch.ingest.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class AsciiTextTest {
    @Property
    void findsTheFirstByteThatEndsAText(@ForAll("bytes") byte[] bytes, @ForAll int anywhere) {
        int from = Math.floorMod(anywhere, bytes.length + 1);
        int expected = from;
        while (expected < bytes.length && !ends(bytes[expected])) {
            expected++;
        }

        assertThat(AsciiText.end(bytes, from)).isEqualTo(expected);
    }

    @Test
    void knowsEveryByteAtEveryPlace() {
        for (int place = 0; place < 16; place++) {
            for (int one = Byte.MIN_VALUE; one <= Byte.MAX_VALUE; one++) {
                byte[] bytes = "aaaaaaaaaaaaaaaaa".getBytes(StandardCharsets.US_ASCII);
                bytes[place] = (byte) one;

                assertThat(AsciiText.end(bytes, 0)).isEqualTo(ends((byte) one) ? place : bytes.length);
            }
        }
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        Arbitrary<Byte> usual = Arbitraries.bytes().between((byte) 0x20, (byte) 0x7F);
        return Arbitraries.frequencyOf(Tuple.of(30, usual), Tuple.of(1, Arbitraries.bytes()))
                .array(byte[].class)
                .ofMaxSize(40);
    }

    private static boolean ends(byte one) {
        return one < 0x20 || one == '"' || one == '\\';
    }
}
