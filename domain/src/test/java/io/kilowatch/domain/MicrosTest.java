package io.kilowatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MicrosTest {
    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE, 6);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE, 6);

    @Property
    void readsWhatBigDecimalReadsRoundedHalfEven(@ForAll("decimals") String text) {
        BigDecimal expected = new BigDecimal(text).setScale(Micros.SCALE, RoundingMode.HALF_EVEN);

        if (expected.compareTo(LEAST) < 0 || expected.compareTo(MOST) > 0) {
            assertThatThrownBy(() -> Micros.parse(text)).isInstanceOf(ArithmeticException.class);
        } else {
            assertThat(Micros.toDecimal(Micros.parse(text))).isEqualTo(expected);
        }
    }

    @Property
    void readsTheSameFromBytesAsFromText(@ForAll("decimals") String text) {
        byte[] around = ("9" + text + "9").getBytes(StandardCharsets.US_ASCII);

        assertThat(outcome(() -> Micros.parse(around, 1, around.length - 1)))
                .isEqualTo(outcome(() -> Micros.parse(text)));
    }

    @Property
    void refusesTheSameInBytesAsInText(@ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 8) String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

        assertThat(outcome(() -> Micros.parse(bytes, 0, bytes.length))).isEqualTo(outcome(() -> Micros.parse(text)));
    }

    private static Object outcome(LongSupplier parsing) {
        try {
            return parsing.getAsLong();
        } catch (ArithmeticException | NumberFormatException e) {
            return e.getClass();
        }
    }

    @Provide
    Arbitrary<String> decimals() {
        Arbitrary<String> sign = Arbitraries.of("", "-", "+");
        Arbitrary<String> whole = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(22);
        Arbitrary<String> fraction = Arbitraries.oneOf(
                Arbitraries.of("", ".", ".5", ".0000005", ".0000015", ".00000050000001"),
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(15).map(digits -> "." + digits));
        Arbitrary<String> exponent = Arbitraries.oneOf(
                Arbitraries.just(""),
                Arbitraries.integers().between(-30, 30).map(power -> "e" + power),
                Arbitraries.integers().between(0, 9).map(power -> "E+" + power));
        return Combinators.combine(sign, whole, fraction, exponent).as((s, w, f, e) -> s + w + f + e);
    }

    @Property
    void textIsReadBackAsItWas(@ForAll long micros) {
        assertThat(Micros.parse(Micros.toText(micros))).isEqualTo(micros);
        assertThat(new BigDecimal(Micros.toText(micros))).isEqualByComparingTo(Micros.toDecimal(micros));
    }

    @Property
    void garbageIsRefusedAndNeverReadAsSomething(@ForAll @StringLength(max = 12) String text) {
        boolean decimal = true;
        try {
            new BigDecimal(text);
        } catch (NumberFormatException e) {
            decimal = false;
        }

        if (!decimal) {
            assertThatThrownBy(() -> Micros.parse(text)).isInstanceOf(NumberFormatException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "-.",
                "e5",
                "1e",
                "1.2.3",
                "1,5",
                " 1",
                "1 ",
                "0x10",
                "NaN",
                "Infinity",
                "--1",
                "1-"
            })
    void refusesWhatIsNoDecimal(String text) {
        assertThatThrownBy(() -> Micros.parse(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void refusesTextsLongerThanAnyMeterWrites() {
        assertThat(Micros.parse("1." + "0".repeat(62))).isEqualTo(Micros.ONE);
        assertThatThrownBy(() -> Micros.parse("1." + "0".repeat(63))).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0000005,    0",
        "0.0000015,    2",
        "0.00000050001,1",
        "-0.0000015,  -2",
        "182734.55,    182734550000",
        "-.5,         -500000",
        "5.,           5000000",
        "1.25e3,       1250000000",
        "9223372036854.775807,   9223372036854775807",
        "-9223372036854.775808, -9223372036854775808",
        "9223372036854.7758074,  9223372036854775807",
        "000000000000000000001.5, 1500000"
    })
    void readsExactMillionths(String text, long micros) {
        assertThat(Micros.parse(text)).isEqualTo(micros);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854.775808",
                "-9223372036854.775809",
                "9223372036854.7758075",
                "1e13",
                "1e999999999",
                "-1e2147483647"
            })
    @Timeout(5)
    void refusesWhatIsOutOfRange(String text) {
        assertThatThrownBy(() -> Micros.parse(text)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-999999999", "-1e-2147483647", "0e999999999", "0e-999999999", "4.9e-7"})
    @Timeout(5)
    void readsWhatIsTooSmallToMatterAsZero(String text) {
        assertThat(Micros.parse(text)).isZero();
        assertThat(Micros.of(new BigDecimal(text))).isZero();
    }

    @Test
    void writesNoTrailingZerosAndNoExponent() {
        assertThat(Micros.toText(1_500_000)).isEqualTo("1.5");
        assertThat(Micros.toText(-1)).isEqualTo("-0.000001");
        assertThat(Micros.toText(0)).isEqualTo("0");
        assertThat(Micros.toText(100_000_000)).isEqualTo("100");
        assertThat(Micros.toText(Long.MIN_VALUE)).isEqualTo("-9223372036854.775808");
    }
}
