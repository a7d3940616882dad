package io.kilowatch.aggregator.ledger;

import static io.kilowatch.aggregator.testing.PointBuilder.aReading;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.ledger.Claims.Settled;
import io.kilowatch.aggregator.testing.PointBuilder;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    @Test
    void theFirstClaimCounts() {
        Point first = claim("4", 1, 1).build();

        assertThat(settle(null, List.of(), first)).isEqualTo(new Settled(first, List.of(), List.of()));
    }

    @Test
    void theClaimReceivedLastCountsAndTheOneBeforeItIsPutAside() {
        Point old = claim("4", 5, 9).build();
        Point better = claim("6", 6, 1).build();

        assertThat(settle(old, List.of(), better)).isEqualTo(new Settled(better, List.of(old), List.of()));
    }

    @Test
    void ofTheSameTimeOfReceiptTheOneFurtherOnCounts() {
        Point old = claim("4", 5, 8).build();
        Point before = claim("5", 5, 7).build();
        Point after = claim("5", 5, 9).build();

        assertThat(settle(old, List.of(), before)).isEqualTo(new Settled(old, List.of(before), List.of()));
        assertThat(settle(old, List.of(), after)).isEqualTo(new Settled(after, List.of(old), List.of()));
    }

    @Test
    void aClaimThatComesAfterItsSuccessorIsOnlyPutAside() {
        Point stored = claim("6", 6, 2).build();
        Point overtaken = claim("4", 5, 1).build();

        assertThat(settle(stored, List.of(), overtaken)).isEqualTo(new Settled(stored, List.of(overtaken), List.of()));
    }

    @Test
    void ofClaimsThatSayTheSameTheFirstStandsForThem() {
        Point stored = claim("6", 5, 2).build();
        Point repeated = claim("6", 9, 3).build();

        assertThat(settle(stored, List.of(), repeated)).isEqualTo(new Settled(stored, List.of(repeated), List.of()));
    }

    @Test
    void anEarlierClaimOfTheSameTakesTheStoredOnesPlace() {
        Point stored = claim("6", 5, 2).build();
        Point earlier = claim("6", 4, 3).build();

        assertThat(settle(stored, List.of(), earlier)).isEqualTo(new Settled(earlier, List.of(stored), List.of()));
    }

    @Test
    void aCorrectionTakenBackTakesUpTheFirstClaimAgain() {
        Point first = claim("4", 1, 1).build();
        Point correction = claim("6", 2, 2).build();
        Point again = claim("4", 3, 3).build();

        assertThat(settle(correction, List.of(first), again))
                .isEqualTo(new Settled(first, List.of(correction, again), List.of(first)));
    }

    @Test
    void claimsOfOnePortionAreSettledTogether() {
        Point worst = claim("1", 1, 1).build();
        Point best = claim("3", 3, 2).build();
        Point middle = claim("2", 2, 3).build();

        assertThat(settle(null, List.of(), worst, best, middle))
                .isEqualTo(new Settled(best, List.of(worst, middle), List.of()));
    }

    @Test
    void theSameNumberFromAnotherSourceOrOfAnotherKindSaysSomethingElse() {
        Point stored = claim("6", 1, 1).build();
        Point typed = claim("6", 2, 2).from(ReadingSource.MANUAL).build();
        Point other = claim("6", 2, 2).ofKind(ReadingKind.AMOUNT).build();

        assertThat(settle(stored, List.of(), typed)).isEqualTo(new Settled(typed, List.of(stored), List.of()));
        assertThat(settle(stored, List.of(), other)).isEqualTo(new Settled(other, List.of(stored), List.of()));
    }

    @Test
    void aStoredClaimIsKnownByItsPositionWhateverItsMark() {
        Point stored = claim("6", 1, 1).marked(Mark.JUMP).build();
        Point repeated = claim("6", 2, 2).build();

        assertThat(settle(stored, List.of(), repeated)).isEqualTo(new Settled(stored, List.of(repeated), List.of()));
    }

    @Test
    void positionsFollowOffsetsAndThenPlacesWithinTheRecord() {
        assertThat(Point.position(0, 0)).isZero();
        assertThat(Point.position(7, Point.MOST_PER_RECORD - 1)).isLessThan(Point.position(8, 0));
        assertThat(Point.position(7, 1)).isGreaterThan(Point.position(7, 0));
    }

    @Property(tries = 2_000)
    void whatCountsAndWhatIsAsideIsAFunctionOfTheSetOfClaims(
            @ForAll @Size(min = 1, max = 7) List<@IntRange(max = 26) Integer> codes,
            @ForAll Random random,
            @ForAll boolean asksOnlyWhereDisputed) {
        List<Point> claims = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            int code = codes.get(i);
            claims.add(claim(Integer.toString(code % 3), code / 3 % 3, i)
                    .from(ReadingSource.of(code / 9 % 2))
                    .build());
        }
        Point counting = settle(null, List.of(), claims.toArray(Point[]::new)).counting();

        Collections.shuffle(claims, random);
        Point stored = null;
        Set<Point> aside = new HashSet<>();
        for (int from = 0; from < claims.size(); ) {
            int to = Math.min(claims.size(), from + 1 + random.nextInt(3));
            List<Point> portion = claims.subList(from, to);
            Point there = stored;
            boolean agree = there != null && portion.stream().allMatch(there::agreesWith);
            List<Point> asked = agree && asksOnlyWhereDisputed ? List.of() : List.copyOf(aside);
            Settled settled = Claims.settle(stored, asked, portion);
            aside.addAll(settled.aside());
            settled.takenUp().forEach(aside::remove);
            stored = settled.counting();
            from = to;
        }

        assertThat(stored).isEqualTo(counting);
        assertThat(aside).hasSize(claims.size() - 1).doesNotContain(counting);
    }

    private static Settled settle(@Nullable Point stored, List<Point> aside, Point... entering) {
        return Claims.settle(stored, aside, List.of(entering));
    }

    private static PointBuilder claim(String value, long receivedAt, long position) {
        return aReading("2026-08-01T09:00").of(value).receivedAt(receivedAt).inPosition(position);
    }
}
