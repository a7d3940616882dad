package io.kilowatch.registry.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.registry.reference.Expression.Outcome;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final String ALTITUDE = "IF(altitude > 1500, limit * (1.179 - 0.211 * pressure / 101325), limit)";

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    1 + 2 * 3                                ; 7
                    (1 + 2) * 3                              ; 9
                    -2 - -3                                  ; 1
                    10 - 4 - 3                               ; 3
                    0.1 + 0.2                                ; 0.3
                    80 + (76 - 75) * 1.10                    ; 81.10
                    MIN(4, 2, 3) + MAX(4, 2, 3)              ; 6
                    ABS(-2.50)                               ; 2.50
                    IF(1 > 2, 3, 4)                          ; 4
                    IF(1.0 = 1, 3, 4)                        ; 3
                    IF(1 != 2 AND NOT (2 <= 1), 3, 4)        ; 3
                    IF(1 >= 2 OR 2 < 1, 3, 4)                ; 4
                    1 < 2                                    ; 1
                    1 > 2                                    ; 0
                    """)
    void computes(String text, BigDecimal value) {
        assertThat(evaluate(text, Map.of())).isEqualTo(new Outcome.Value(value));
    }

    @Test
    void divisionIsExactTo34Digits() {
        assertThat(evaluate("1 / 3", Map.of()))
                .isEqualTo(new Outcome.Value(new BigDecimal("0.3333333333333333333333333333333333")));
    }

    @Property
    void arithmeticIsThatOfDecimal128(
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(6) BigDecimal a,
            @ForAll @BigRange(min = "0.000001", max = "1000000") @Scale(6) BigDecimal b) {
        MathContext exact = MathContext.DECIMAL128;

        assertThat(evaluate("(a - b) * a / b + a", Map.of("a", a, "b", b)))
                .isEqualTo(new Outcome.Value(
                        a.subtract(b, exact).multiply(a, exact).divide(b, exact).add(a, exact)));
    }

    @Test
    void namesEveryInputOfAllBranches() {
        assertThat(Expression.parse(ALTITUDE).names()).containsExactly("altitude", "limit", "pressure");
    }

    @Test
    void anInputOfABranchNotTakenIsNotMissing() {
        assertThat(evaluate(ALTITUDE, Map.of("altitude", new BigDecimal("1500"), "limit", BigDecimal.TEN)))
                .isEqualTo(new Outcome.Value(BigDecimal.TEN));
        assertThat(evaluate(ALTITUDE, Map.of("altitude", new BigDecimal("1501"), "limit", BigDecimal.TEN)))
                .isEqualTo(new Outcome.Missing(Set.of("pressure")));
    }

    @Test
    void allThatIsMissingOnTheWayIsNamed() {
        assertThat(evaluate("a + b * IF(c > 1, d + e, f)", Map.of("c", BigDecimal.TEN)))
                .isEqualTo(new Outcome.Missing(Set.of("a", "b", "d", "e")));
    }

    @Test
    void whileAConditionIsNotKnownNeitherBranchIsAskedFor() {
        assertThat(evaluate("a + IF(c > 1, d, f)", Map.of())).isEqualTo(new Outcome.Missing(Set.of("a", "c")));
    }

    @Test
    void andAndOrAskNoFurtherThanWhatDecides() {
        Map<String, BigDecimal> zero = Map.of("a", BigDecimal.ZERO);

        assertThat(evaluate("a > 1 AND b > 1", zero)).isEqualTo(new Outcome.Value(BigDecimal.ZERO));
        assertThat(evaluate("a < 1 OR b > 1", zero)).isEqualTo(new Outcome.Value(BigDecimal.ONE));
        assertThat(evaluate("a < 1 AND b > 1", zero)).isEqualTo(new Outcome.Missing(Set.of("b")));
        assertThat(evaluate("a > 9 AND b > 1", Map.of())).isEqualTo(new Outcome.Missing(Set.of("a", "b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 / a", "1 / (a - 0.0)", "1 / (a * 0.00)"})
    void divisionByZeroIsAFault(String text) {
        assertThat(evaluate(text, Map.of("a", BigDecimal.ZERO))).isInstanceOf(Outcome.Fault.class);
    }

    @Test
    void aDivisorThatIsNotKnownIsMissingAndNoFault() {
        assertThat(evaluate("1 / (a - 1)", Map.of())).isEqualTo(new Outcome.Missing(Set.of("a")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    1 +                 ; Missing
                    (1 + 2              ; Closing brace
                    1 + 2)              ; brace
                    1 2                 ; Too many operands
                    limit limit         ; Too many operands
                    IF(1, 2)            ; Not enough parameters
                    IF(1, 2, 3, 4)      ; Too many parameters
                    MAX()               ; Not enough parameters
                    SQRT(4)             ; Undefined function
                    2 ^ 9               ; Undefined operator
                    7 % 2               ; Undefined operator
                    RANDOM()            ; Undefined function
                    System.exit(1)      ; .
                    Runtime             ; small letters
                    "text"              ; not allowed
                    0x10                ; write decimals
                    1e9                 ; write decimals
                    .5                  ; write decimals
                    a.b                 ; .
                    a[0]                ; Undefined operator
                    2a                  ; Missing operator
                    ,                   ; is no expression
                    MAX(,)              ; is no expression
                    IF                  ; small letters
                    """)
    void malformedTextSaysWhatIsWrongAndWhatIsAllowed(String text, String message) {
        assertThatThrownBy(() -> Expression.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no expression: ")
                .hasMessageContaining(message)
                .hasMessageContaining("allowed are decimals");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void emptyTextIsNoExpression(String text) {
        assertThatThrownBy(() -> Expression.parse(text)).hasMessageContaining("Empty expression");
    }

    @Test
    void nestingAndLengthAreBounded() {
        assertThatThrownBy(() -> Expression.parse("-".repeat(900) + "1")).hasMessageContaining("nested more than");
        assertThatThrownBy(() -> Expression.parse("ABS(".repeat(41) + "1" + ")".repeat(41)))
                .hasMessageContaining("nested more than");
        assertThatThrownBy(() -> Expression.parse("1 + ".repeat(100_000) + "1")).hasMessageContaining("is longer than");
        assertThat(Expression.parse("(".repeat(400) + "1" + ")".repeat(400)).names())
                .isEmpty();
    }

    @Test
    void oneEvaluationDoesNotSeeTheInputsOfAnother() {
        Expression expression = Expression.parse("a + 1");
        Map<String, BigDecimal> inputs = new HashMap<>(Map.of("a", BigDecimal.ONE));
        expression.evaluate(name -> Optional.ofNullable(inputs.get(name)));
        inputs.clear();

        assertThat(expression.evaluate(name -> Optional.ofNullable(inputs.get(name))))
                .isEqualTo(new Outcome.Missing(Set.of("a")));
    }

    private static Outcome evaluate(String text, Map<String, BigDecimal> inputs) {
        return Expression.parse(text).evaluate(name -> Optional.ofNullable(inputs.get(name)));
    }
}
