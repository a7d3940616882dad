package io.kilowatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnterpriseCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** The example of GB 32100-2015 and codes that large companies publish of themselves. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "91330100799655058B",
                "914403001922038216",
                "9144030071526726XG",
                "91110000802100433B"
            })
    void acceptsCodesInUse(String code) {
        assertThat(new EnterpriseCode(code)).hasToString(code);
    }

    @Property
    void detectsEveryChangeOfOneCharacter(
            @ForAll("codes") String code, @ForAll @IntRange(max = 17) int place, @ForAll("characters") char other) {
        String changed = code.substring(0, place) + other + code.substring(place + 1);

        assertThat(EnterpriseCode.isValid(changed)).isEqualTo(changed.equals(code));
    }

    @Property
    void detectsEveryExchangeOfNeighbours(@ForAll("codes") String code, @ForAll @IntRange(max = 16) int place) {
        String changed =
                code.substring(0, place) + code.charAt(place + 1) + code.charAt(place) + code.substring(place + 2);

        assertThat(EnterpriseCode.isValid(changed)).isEqualTo(changed.equals(code));
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.strings()
                .withChars(ALPHABET)
                .ofLength(17)
                .map(first17 -> first17 + EnterpriseCode.checkCharacter(first17));
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.chars().with(ALPHABET);
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y4,   has 18 characters",
        "91350100M000100Y433, has 18 characters",
        "91350100M000100Y44,  should be 3",
        "91350100m000100Y43,  'm' is not allowed",
        "9135010OM000100Y43,  'O' is not allowed",
        "91350100M000100Ｙ43, is not allowed"
    })
    void saysWhatIsWrong(String code, String message) {
        assertThat(EnterpriseCode.isValid(code)).isFalse();
        assertThatThrownBy(() -> new EnterpriseCode(code))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
