package io.kilowatch.ingest.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.ingest.guard.Lockouts.Ruling;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LockoutsTest {
    private static final Source HERE = new Source("192.0.2.1");
    private static final Source THERE = new Source("198.51.100.1");
    private static final String DEVICE = "91640000000000001X/gw-1";

    private final AtomicLong nanos = new AtomicLong();
    private final Lockouts lockouts =
            new Lockouts(new Lockout(3, 10, Duration.ofSeconds(2), Duration.ofSeconds(60)), nanos::get);

    @Test
    void makesADeviceWaitTwiceAsLongAfterEachFurtherFailure() {
        fail(HERE, DEVICE, 3);
        assertThat(lockouts.begin(HERE, DEVICE)).isEqualTo(Ruling.WAIT);
        assertThat(lockouts.left(HERE, DEVICE)).isEqualTo(Duration.ofSeconds(2));

        for (int seconds : new int[] {4, 8, 16, 32, 60, 60}) {
            nanos.addAndGet(lockouts.left(HERE, DEVICE).toNanos());
            fail(HERE, DEVICE, 1);
            assertThat(lockouts.left(HERE, DEVICE)).isEqualTo(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void triesOneAttemptAtATimeOnceALockOutIsOver() {
        fail(HERE, DEVICE, 3);
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());

        assertThat(lockouts.begin(HERE, DEVICE)).isEqualTo(Ruling.TRY);
        assertThat(lockouts.begin(HERE, DEVICE)).isEqualTo(Ruling.WAIT);
    }

    @Test
    void triesNoMoreAtOnceThanMayFail() {
        for (int i = 0; i < 3; i++) {
            assertThat(lockouts.begin(HERE, DEVICE)).isEqualTo(Ruling.TRY);
        }
        assertThat(lockouts.begin(HERE, DEVICE)).isEqualTo(Ruling.WAIT);

        lockouts.abandoned(HERE, DEVICE);
        assertThat(lockouts.begin(HERE, DEVICE)).isEqualTo(Ruling.TRY);
    }

    @Test
    void doesNotLockOutTheDeviceItselfForWhoeverGuessesElsewhere() {
        for (int address = 0; address < 200; address++) {
            fail(new Source("203.0.113." + address), DEVICE, 1);
        }
        fail(THERE, DEVICE, 1);

        assertThat(lockouts.begin(THERE, DEVICE)).isEqualTo(Ruling.WAIT);
        assertThat(lockouts.begin(HERE, DEVICE)).isEqualTo(Ruling.TRY);
        lockouts.succeeded(HERE, DEVICE);
        for (int i = 0; i < 2; i++) {
            fail(HERE, DEVICE, 1);
        }
        assertThat(lockouts.begin(HERE, DEVICE)).isEqualTo(Ruling.TRY);
    }

    @Test
    void refusesAnAddressThatTriesManyNamesAndLetsThoseKnownThereGoOn() {
        assertThat(lockouts.begin(HERE, DEVICE)).isEqualTo(Ruling.TRY);
        lockouts.succeeded(HERE, DEVICE);

        for (int i = 0; i < 10; i++) {
            fail(HERE, "nobody/" + i, 1);
        }

        assertThat(lockouts.begin(HERE, "nobody/99")).isEqualTo(Ruling.ADDRESS_WAITS);
        assertThat(lockouts.isPointless(HERE, "nobody/99")).isTrue();
        assertThat(lockouts.begin(HERE, DEVICE)).isEqualTo(Ruling.TRY);
        assertThat(lockouts.begin(THERE, "nobody/99")).isEqualTo(Ruling.TRY);
    }

    @Test
    void forgetsFailuresOnSuccessAndAfterALongTime() {
        fail(HERE, DEVICE, 2);
        assertThat(lockouts.begin(HERE, DEVICE)).isEqualTo(Ruling.TRY);
        lockouts.succeeded(HERE, DEVICE);
        fail(HERE, DEVICE, 2);
        assertThat(lockouts.begin(HERE, DEVICE)).isEqualTo(Ruling.TRY);
        lockouts.failed(HERE, DEVICE);
        assertThat(lockouts.begin(HERE, DEVICE)).isEqualTo(Ruling.WAIT);

        nanos.addAndGet(Duration.ofSeconds(241).toNanos());
        fail(HERE, DEVICE, 2);
        assertThat(lockouts.begin(HERE, DEVICE)).isEqualTo(Ruling.TRY);
    }

    @Test
    void remembersNoMoreThanItMay() {
        for (int i = 0; i < 50_000; i++) {
            fail(new Source("10.0." + i / 256 + '.' + i % 256), "nobody/" + i, 1);
        }
        assertThat(lockouts.remembered()).isLessThanOrEqualTo(60_000);
    }

    private void fail(Source source, String user, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(lockouts.begin(source, user)).isEqualTo(Ruling.TRY);
            lockouts.failed(source, user);
        }
    }
}
