package io.kilowatch.simulators.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CreditCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Test
    void agreesWithTheStandardsExample() {
        assertThat(CreditCode.valid("91350100M000100Y43")).isTrue();
        assertThat(CreditCode.valid("91350100M000100Y44")).isFalse();
    }

    @Property
    void aMadeCodeIsValidAndNoOtherLastCharacterIs(@ForAll @IntRange(max = 9999) int serial) {
        String code = CreditCode.of("640381", "MAKW%04d".formatted(serial));

        assertThat(code).hasSize(18);
        assertThat(ALPHABET.chars()
                        .filter(last -> CreditCode.valid(code.substring(0, 17) + (char) last))
                        .count())
                .isEqualTo(1);
        assertThat(CreditCode.valid(code)).isTrue();
    }

    @Test
    void refusesLettersThatTheStandardLeavesOut() {
        assertThatIllegalArgumentException().isThrownBy(() -> CreditCode.of("640381", "MAOI0001"));
    }
}
