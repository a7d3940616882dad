package io.kilowatch.platform.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final long SEED = 20_261_122;

    @Test
    void waitsTwiceAsLongAfterEachFailureUpToHalfAMinute() {
        Backoff backoff = Backoff.patient(always(0.5));

        List<Long> millis = IntStream.rangeClosed(1, 9)
                .mapToObj(failures -> backoff.after(failures).toMillis())
                .toList();

        assertThat(millis).containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L, 30_000L);
        assertThat(backoff.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void spreadsTheWaitsByAFifthEitherWayButNeverPastTheLongest() {
        assertThat(Backoff.patient(always(0)).after(1)).isEqualTo(Duration.ofMillis(400));
        assertThat(Backoff.patient(always(0.999_999)).after(1)).isEqualTo(Duration.ofMillis(600));
        assertThat(Backoff.patient(always(0)).after(50)).isEqualTo(Duration.ofSeconds(24));
        assertThat(Backoff.patient(always(0.999_999)).after(50)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void twoWhoFailTogetherDoNotComeBackTogether() {
        Backoff one = Backoff.patient(new SplittableRandom(SEED));
        Backoff other = Backoff.patient(new SplittableRandom(SEED + 1));

        List<Duration> ofOne = IntStream.rangeClosed(1, 6).mapToObj(one::after).toList();
        List<Duration> ofOther =
                IntStream.rangeClosed(1, 6).mapToObj(other::after).toList();

        assertThat(ofOne).doesNotContainAnyElementsOf(ofOther);
    }

    @Test
    void aConstantOneIsAlwaysTheSame() {
        Backoff backoff = Backoff.constant(Duration.ofSeconds(1));

        assertThat(List.of(backoff.after(1), backoff.after(2), backoff.after(40)))
                .containsOnly(Duration.ofSeconds(1));
    }

    @Test
    void refusesBoundsTheWrongWayRound() {
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1), 0, always(0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1), 1.5, always(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RandomGenerator always(double share) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextDouble() {
                return share;
            }
        };
    }
}
