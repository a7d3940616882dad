package io.kilowatch.aggregator.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.accounting.WholeLimit.OfPart;
import io.kilowatch.domain.Limits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WholeLimitTest {
    @Test
    void aLimitThatStaysIsShownAsItIs() {
        WholeLimit limit = WholeLimit.of(List.of(part("13350.0", "3"), part("13350", "4")), 3)
                .orElseThrow();

        assertThat(limit.figure()).isEqualTo(new BigDecimal("13350.0"));
        assertThat(limit.allowed()).isEqualByComparingTo("93450");
    }

    @Test
    void twoLimitsAreWeighedByWhatIsBelowTheLine() {
        WholeLimit limit =
                WholeLimit.of(List.of(part("435", "1"), part("415", "2")), 3).orElseThrow();

        assertThat(limit.figure()).isEqualTo(new BigDecimal("421.666667"));
        assertThat(limit.allows(new BigDecimal("1265"))).isTrue();
        assertThat(limit.allows(new BigDecimal("1265.000001"))).isFalse();
    }

    @Test
    void aPartWithoutOutputNeedsNoLimit() {
        assertThat(WholeLimit.of(List.of(missing("0"), part("415", "2")), 3).map(WholeLimit::figure))
                .contains(new BigDecimal("415"));
        assertThat(WholeLimit.of(List.of(missing("1"), part("415", "2")), 3)).isEmpty();
    }

    @Test
    void withoutAnyOutputTheFirstLimitIsShown() {
        WholeLimit limit =
                WholeLimit.of(List.of(part("435", "0"), part("415", "0")), 3).orElseThrow();

        assertThat(limit.figure()).isEqualTo(new BigDecimal("435"));
        assertThat(limit.allowed()).isEqualByComparingTo("0");
        assertThat(WholeLimit.of(List.of(missing("0")), 3)).isEmpty();
    }

    @Test
    void partsThatCancelOutShowTheFirstLimit() {
        assertThat(WholeLimit.of(List.of(part("435", "1"), part("415", "-1")), 3)
                        .map(WholeLimit::figure))
                .contains(new BigDecimal("435"));
    }

    @Test
    void eachLevelIsWeighedByItself() {
        Limits limits =
                new Limits(Optional.of(new BigDecimal("1")), Optional.empty(), Optional.of(new BigDecimal("3")));
        List<OfPart> parts = List.of(new OfPart(limits, BigDecimal.ONE));

        assertThat(WholeLimit.of(parts, 1).map(WholeLimit::figure)).contains(BigDecimal.ONE);
        assertThat(WholeLimit.of(parts, 2)).isEmpty();
        assertThat(WholeLimit.of(parts, 3).map(WholeLimit::figure)).contains(new BigDecimal("3"));
    }

    @Property
    void theMeanLiesBetweenTheLimitsAndAllowsWhatThePartsAllow(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = -500, max = 20_000) Integer> limits,
            @ForAll @Size(min = 6, max = 6) List<@IntRange(min = 1, max = 1_000) Integer> tonnes) {
        List<OfPart> parts = new java.util.ArrayList<>();
        BigDecimal allowed = BigDecimal.ZERO;
        for (int i = 0; i < limits.size(); i++) {
            BigDecimal limit = BigDecimal.valueOf(limits.get(i));
            BigDecimal output = BigDecimal.valueOf(tonnes.get(i));
            parts.add(part(limit.toString(), output.toString()));
            allowed = allowed.add(limit.multiply(output));
        }

        WholeLimit whole = WholeLimit.of(parts, 3).orElseThrow();

        assertThat(whole.figure())
                .isBetween(
                        BigDecimal.valueOf(
                                limits.stream().mapToInt(i -> i).min().orElseThrow()),
                        BigDecimal.valueOf(
                                limits.stream().mapToInt(i -> i).max().orElseThrow()));
        assertThat(whole.allows(allowed)).isTrue();
        assertThat(whole.allows(allowed.add(new BigDecimal("0.000001")))).isFalse();
    }

    private static OfPart part(String level3, String denominator) {
        return new OfPart(
                new Limits(Optional.empty(), Optional.empty(), Optional.of(new BigDecimal(level3))),
                new BigDecimal(denominator));
    }

    private static OfPart missing(String denominator) {
        return new OfPart(Limits.NONE, new BigDecimal(denominator));
    }
}
