package io.kilowatch.registry.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DigitsTest {
    @Property
    void writesWhatTheLibraryWrites(@ForAll @LongRange(min = 0) long number) {
        assertThat(text(number)).isEqualTo(Long.toString(number));
    }

    @Test
    void writesEveryFourDigitsAndAllPowersOfTen() {
        for (long four = 0; four < 10_000; four++) {
            assertThat(text(four)).isEqualTo(Long.toString(four));
            assertThat(text(four * 10_000)).isEqualTo(Long.toString(four * 10_000));
            assertThat(text(123_400_000_000L + four)).isEqualTo(Long.toString(123_400_000_000L + four));
        }
        for (long power = 1; power > 0 && power < Long.MAX_VALUE / 10; power *= 10) {
            assertThat(text(power)).isEqualTo(Long.toString(power));
            assertThat(text(power - 1)).isEqualTo(Long.toString(power - 1));
        }
        assertThat(text(Long.MAX_VALUE)).isEqualTo(Long.toString(Long.MAX_VALUE));
    }

    private static String text(long number) {
        byte[] bytes = new byte[1 + 20 + Digits.BEYOND];
        int end = Digits.write(bytes, 1, number);
        return new String(bytes, 1, end - 1, StandardCharsets.US_ASCII);
    }
}
