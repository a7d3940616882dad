package io.kilowatch.aggregator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.testing.History;
import io.kilowatch.aggregator.testing.PlainLedger;
import io.kilowatch.domain.ReadingKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Claims entered in any order and in any portions give the figures of the plain ledger, the same marks, and the same claims
 * kept aside.
 *
 * <p>How many histories are tried is the module's {@code jqwik.tries.default}; for a longer run:
 * {@code mvn test -pl aggregator -am -Dtest=OrderOfReadingsTest -Djqwik.tries.default=1000000}.
 */
class OrderOfReadingsTest {
    @Property(edgeCases = EdgeCasesMode.NONE)
    void doesNotMatterForRegisters(
            @ForAll("registers") History history, @ForAll long order, @ForAll boolean forgetful) {
        assertSameAsPlain(history, order, forgetful);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void doesNotMatterForAmounts(@ForAll("amounts") History history, @ForAll long order, @ForAll boolean forgetful) {
        assertSameAsPlain(history, order, forgetful);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void doesNotMatterForPower(@ForAll("powers") History history, @ForAll long order, @ForAll boolean forgetful) {
        assertSameAsPlain(history, order, forgetful);
    }

    @Provide
    Arbitrary<History> registers() {
        return History.ofKind(ReadingKind.REGISTER);
    }

    @Provide
    Arbitrary<History> amounts() {
        return History.ofKind(ReadingKind.AMOUNT);
    }

    @Provide
    Arbitrary<History> powers() {
        return History.ofKind(ReadingKind.POWER);
    }

    private static void assertSameAsPlain(History history, long order, boolean forgetful) {
        PlainLedger plain = new PlainLedger(history.meter(), history.points());
        SimulatedLedger ledger = new SimulatedLedger(history.meter(), forgetful);

        history.inPortions(order).forEach(ledger::enter);

        Map<Long, Point> expected = new HashMap<>();
        plain.counting()
                .forEach((at, point) ->
                        expected.put(at, point.marked(plain.marks().getOrDefault(at, Mark.GOOD))));
        assertThat(ledger.readings()).isEqualTo(expected);
        assertThat(ledger.slots()).isEqualTo(plain.slots());
        Set<Long> kept = new HashSet<>();
        ledger.aside()
                .values()
                .forEach(claims -> claims.forEach(
                        claim -> assertThat(kept.add(claim.position())).isTrue()));
        ledger.readings()
                .values()
                .forEach(claim -> assertThat(kept.add(claim.position())).isTrue());
        assertThat(kept).hasSize(history.points().size());
    }
}
