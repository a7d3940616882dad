package io.kilowatch.aggregator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.testing.History;
import io.kilowatch.aggregator.testing.PlainLedger;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Readings entered in any order, in any portions and again and again give the figures of the plain ledger.
 *
 * <p>What is kept aside is compared as claims: what a reading says of an instant. Every claim that does not count is kept
 * at least once; how often, and with which of several times of receipt, depends on the order.
 */
class OrderOfReadingsTest {
    private record Claim(long at, long value, ReadingKind kind, ReadingSource source) {
        static Claim of(Point point) {
            return new Claim(point.at(), point.value(), point.kind(), point.source());
        }
    }

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void doesNotMatterForRegisters(@ForAll("registers") History history, @ForAll long order, @ForAll boolean fastPath) {
        assertSameAsPlain(history, order, fastPath);
    }

    @Property(tries = 3_500, edgeCases = EdgeCasesMode.NONE)
    void doesNotMatterForAmounts(@ForAll("amounts") History history, @ForAll long order, @ForAll boolean fastPath) {
        assertSameAsPlain(history, order, fastPath);
    }

    @Property(tries = 3_500, edgeCases = EdgeCasesMode.NONE)
    void doesNotMatterForPower(@ForAll("powers") History history, @ForAll long order, @ForAll boolean fastPath) {
        assertSameAsPlain(history, order, fastPath);
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

    private static void assertSameAsPlain(History history, long order, boolean fastPath) {
        PlainLedger plain = new PlainLedger(history);
        SimulatedLedger ledger = new SimulatedLedger(history.meter(), fastPath);

        history.inPortions(order).forEach(ledger::enter);

        assertThat(ledger.readings()).isEqualTo(plain.winners());
        assertThat(ledger.slots()).isEqualTo(plain.slots());
        Set<Claim> aside = new HashSet<>();
        history.points().forEach(point -> aside.add(Claim.of(point)));
        plain.winners().values().forEach(winner -> aside.remove(Claim.of(winner)));
        Set<Claim> kept = new HashSet<>();
        ledger.superseded().forEach(point -> kept.add(Claim.of(point)));
        plain.winners().values().forEach(winner -> kept.remove(Claim.of(winner)));
        assertThat(kept).isEqualTo(aside);
        assertThat(ledger.superseded())
                .isSubsetOf(history.points())
                .allSatisfy(
                        point -> assertThat(point).isNotEqualTo(plain.winners().get(point.at())));
    }
}
