package io.kilowatch.ingest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BucketTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void givesTheBurstAtOnceAndThenTheRate() {
        Bucket bucket = new Bucket(10, Duration.ofSeconds(2), 0);

        assertThat(bucket.spend(20, 0)).isZero();
        assertThat(bucket.spend(1, 0)).isEqualTo(SECOND / 10);
        assertThat(bucket.spend(9, 0)).isEqualTo(SECOND);
        assertThat(bucket.owed(SECOND / 2)).isEqualTo(SECOND / 2);
        assertThat(bucket.owed(SECOND)).isZero();
    }

    @Test
    void savesNoMoreThanTheBurst() {
        Bucket bucket = new Bucket(10, Duration.ofSeconds(2), 0);

        assertThat(bucket.isFull(0)).isTrue();
        assertThat(bucket.spend(20, 3600 * SECOND)).isZero();
        assertThat(bucket.isFull(3601 * SECOND)).isFalse();
        assertThat(bucket.spend(11, 3601 * SECOND)).isEqualTo(SECOND / 10);
        assertThat(bucket.isFull(3604 * SECOND)).isTrue();
    }

    @Test
    void withoutALimitNobodyWaits() {
        Bucket bucket = new Bucket(0, Duration.ofSeconds(1), 0);

        assertThat(bucket.spend(Integer.MAX_VALUE, 0)).isZero();
        assertThat(bucket.owed(0)).isZero();
        assertThat(bucket.isFull(0)).isTrue();
    }

    /** Whoever waits as told gets the burst and the rate, one message more at most, and not less. */
    @Property
    void whoeverWaitsAsToldGetsTheRate(
            @ForAll @IntRange(min = 1, max = 5_000_000) int rate,
            @ForAll @IntRange(min = 1, max = 20) int burst,
            @ForAll @LongRange(min = -1_000 * SECOND, max = 1_000 * SECOND) long start,
            @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 1, max = 300_000) Integer> units,
            @ForAll @IntRange(min = 0, max = 3) int idle) {
        Bucket bucket = new Bucket(rate, Duration.ofSeconds(burst), start);
        long now = start;
        long spent = 0;
        for (int unit : units) {
            spent += unit;
            long wait = bucket.spend(unit, now);
            long bound = (long) rate * burst + (long) Math.ceil((now - start) * (double) rate / SECOND) + unit;
            assertThat(spent).isLessThanOrEqualTo(bound + 1);
            now += wait + idle * SECOND;
        }
        // What was paid for has come through: nobody waited longer than it takes.
        long busy = Math.max(0, (long) ((spent - (double) rate * burst) * SECOND / rate));
        assertThat(now - start).isLessThanOrEqualTo(busy + units.size() * (idle * SECOND + 1) + SECOND / 1_000 + 1);
    }

    @Property(tries = 20)
    void severalWhoSpendAtOnceOweTogetherWhatOneWouldOwe(@ForAll @IntRange(min = 1, max = 1_000) int rate) {
        Bucket bucket = new Bucket(rate, Duration.ofSeconds(1), 0);
        int each = 500;
        List<CompletableFuture<Void>> spenders = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            spenders.add(CompletableFuture.runAsync(() -> {
                for (int n = 0; n < each; n++) {
                    bucket.spend(1, 0);
                }
            }));
        }
        spenders.forEach(CompletableFuture::join);

        Bucket alone = new Bucket(rate, Duration.ofSeconds(1), 0);
        for (int n = 0; n < 4 * each; n++) {
            alone.spend(1, 0);
        }
        assertThat(bucket.owed(0)).isEqualTo(alone.owed(0));
    }
}
