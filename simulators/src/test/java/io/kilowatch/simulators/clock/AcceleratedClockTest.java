package io.kilowatch.simulators.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class AcceleratedClockTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    private final Hand real = new Hand();

    private static final class Hand implements InstantSource {
        private Instant shown = NOW;

        @Override
        public Instant instant() {
            return shown;
        }

        void move(Duration by) {
            shown = shown.plus(by);
        }
    }

    @Test
    void hurriesFromTheStart() {
        var clock = new AcceleratedClock(real, NOW.minus(Duration.ofDays(90)), 34_560);

        real.move(Duration.ofSeconds(75));

        assertThat(clock.instant()).isEqualTo(NOW.minus(Duration.ofDays(60)));
        assertThat(clock.caughtUp()).isFalse();
    }

    @Test
    void goesOnInRealTimeOnceItHasCaughtUp() {
        var clock = new AcceleratedClock(real, NOW.minus(Duration.ofDays(90)), 34_560);

        real.move(Duration.ofMinutes(4));

        assertThat(clock.instant()).isEqualTo(real.instant());
        assertThat(clock.caughtUp()).isTrue();
    }

    @Test
    void neverGoesBackWithTheRealClock() {
        var clock = new AcceleratedClock(real, NOW, 1);
        real.move(Duration.ofMinutes(1));
        Instant before = clock.instant();

        real.move(Duration.ofSeconds(-30));

        assertThat(clock.instant()).isEqualTo(before);
    }

    @Test
    void showsRealTimeWhereTheStartIsInTheFuture() {
        assertThat(new AcceleratedClock(real, NOW.plusSeconds(60), 100).instant())
                .isEqualTo(NOW);
    }

    @Test
    void refusesToBeSlowerThanRealTime() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AcceleratedClock(real, NOW, 0));
    }

    @Property
    void isMonotoneAndNeverAheadOfRealTime(
            @ForAll @LongRange(min = 1, max = 100_000) long factor,
            @ForAll @IntRange(max = 400) int daysBack,
            @ForAll List<@IntRange(min = -500, max = 100_000) Integer> moves) {
        var clock = new AcceleratedClock(real, real.instant().minus(Duration.ofDays(daysBack)), factor);
        Instant latest = clock.instant();
        Instant furthest = real.instant();

        for (int millis : moves) {
            real.move(Duration.ofMillis(millis));
            furthest = furthest.isAfter(real.instant()) ? furthest : real.instant();
            Instant shown = clock.instant();
            assertThat(shown).isAfterOrEqualTo(latest).isBeforeOrEqualTo(furthest);
            latest = shown;
        }
    }

    @Property
    void showsAnInstantOnceItsWaitIsOver(
            @ForAll @LongRange(min = 1, max = 100_000) long factor,
            @ForAll @IntRange(max = 100) int daysBack,
            @ForAll @IntRange(max = 200) int hoursOn) {
        Instant start = real.instant().minus(Duration.ofDays(daysBack));
        var clock = new AcceleratedClock(real, start, factor);
        Instant wanted = start.plus(Duration.ofHours(hoursOn));

        real.move(clock.until(wanted));

        assertThat(clock.instant()).isAfterOrEqualTo(wanted);
        assertThat(clock.until(wanted)).isZero();
    }
}
