package io.kilowatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WarningGradeTest {
    private static final Optional<BigDecimal> NONE = Optional.empty();
    private static final Optional<BigDecimal> HALF = Optional.of(new BigDecimal("0.5"));
    private static final Optional<BigDecimal> WHOLE = Optional.of(BigDecimal.ONE);

    @Test
    void itsLowerEndBelongsToItUnlessItIsAbove() {
        assertThat(grade(HALF, NONE, NONE, NONE).holds(new BigDecimal("0.50"))).isTrue();
        assertThat(grade(HALF, NONE, NONE, NONE).holds(new BigDecimal("0.49"))).isFalse();
        assertThat(grade(NONE, HALF, NONE, NONE).holds(new BigDecimal("0.50"))).isFalse();
        assertThat(grade(NONE, HALF, NONE, NONE).holds(new BigDecimal("0.51"))).isTrue();
    }

    @Test
    void itsUpperEndDoesNotBelongToItUnlessItIsAtMost() {
        assertThat(grade(NONE, NONE, WHOLE, NONE).holds(new BigDecimal("1.0"))).isFalse();
        assertThat(grade(NONE, NONE, WHOLE, NONE).holds(new BigDecimal("0.99"))).isTrue();
        assertThat(grade(NONE, NONE, NONE, WHOLE).holds(new BigDecimal("1.0"))).isTrue();
        assertThat(grade(NONE, NONE, NONE, WHOLE).holds(new BigDecimal("1.01"))).isFalse();
    }

    @Test
    void itHasOneLowerAndOneUpperEndAtTheMost() {
        assertThatThrownBy(() -> grade(HALF, HALF, NONE, NONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> grade(NONE, NONE, WHOLE, WHOLE)).isInstanceOf(IllegalArgumentException.class);
    }

    private static WarningGrade grade(
            Optional<BigDecimal> atLeast,
            Optional<BigDecimal> above,
            Optional<BigDecimal> below,
            Optional<BigDecimal> atMost) {
        return new WarningGrade(
                "s", "g", new Name("级", "grade"), atLeast, above, below, atMost, "document", false, "made up");
    }
}
