package io.kilowatch.ingest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.ingest.access.Identity;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final LimitConfig CONFIG = new LimitConfig(
            new Rate(10, 0), new Rate(100, 1_000), Duration.ofSeconds(1), Duration.ofSeconds(60), 1_000, 3_000);

    private final AtomicLong clock = new AtomicLong();
    private final Limits limits = new Limits(CONFIG, clock::get);

    @Test
    void aDeviceSpendsItsOwnRateAndTheEnterprisesRate() {
        Flow one = limits.open(new Identity("E", "1"));
        Flow two = limits.open(new Identity("E", "2"));

        assertThat(one.came(900)).isZero();
        assertThat(two.came(1_100)).isEqualTo(SECOND);
        for (int i = 0; i < 9; i++) {
            one.came(0);
        }
        assertThat(one.came(0)).isEqualTo(SECOND); // the enterprise's bytes hold it longer than its own messages
        clock.set(SECOND);
        assertThat(two.came(0)).isZero();
    }

    @Test
    void severalConnectionsOfADeviceShareItsRate() {
        Identity device = new Identity("E", "1");
        Flow first = limits.open(device);
        for (int i = 0; i < 10; i++) {
            first.came(0);
        }
        first.close();

        assertThat(limits.open(device).came(0)).isEqualTo(SECOND / 10);
    }

    @Test
    void nobodyWaitsLongerThanTheLongestWaitAtOnce() {
        Flow flow = limits.open(new Identity("E", "1"));

        assertThat(flow.came(200_000)).isEqualTo(60 * SECOND);
        assertThat(flow.isOverdrawn()).isTrue();
        clock.set(140 * SECOND);
        assertThat(flow.isOverdrawn()).isFalse();
    }

    @Test
    void anEnterpriseThatFillsItsRoomLeavesTheOthersTheirs() {
        Flow loud = limits.open(new Identity("E", "1"));
        Flow other = limits.open(new Identity("F", "1"));
        AtomicInteger called = new AtomicInteger();
        loud.left(1_000);

        assertThat(loud.hasRoom()).isFalse();
        assertThat(other.hasRoom()).isTrue();
        Runnable waiter = called::incrementAndGet;
        loud.awaitRoom(waiter);
        loud.arrived(249);
        assertThat(called).hasValue(0);
        loud.arrived(1);
        assertThat(called).hasValue(1);
        loud.arrived(750);
        assertThat(called).hasValue(1);
        assertThat(limits.inFlight()).isZero();
    }

    @Test
    void allTogetherHaveNoMoreOnTheirWayThanTheGatewayHolds() {
        for (int i = 0; i < 4; i++) {
            limits.open(new Identity("E" + i, "1")).left(750);
        }
        Flow last = limits.open(new Identity("F", "1"));

        assertThat(last.hasRoom()).isFalse();
        AtomicInteger called = new AtomicInteger();
        last.awaitRoom(called::incrementAndGet);
        limits.open(new Identity("E0", "1")).arrived(750);
        assertThat(called).hasValue(1);
        assertThat(last.hasRoom()).isTrue();
    }

    @Test
    void whoeverHasGoneIsNotCalled() {
        Flow flow = limits.open(new Identity("E", "1"));
        AtomicInteger called = new AtomicInteger();
        Runnable waiter = called::incrementAndGet;
        flow.left(1_000);
        flow.awaitRoom(waiter);

        flow.forget(waiter);
        flow.arrived(1_000);

        assertThat(called).hasValue(0);
    }

    @Test
    void remembersNobodyWhoHasPaidAndGone() {
        Flow flow = limits.open(new Identity("E", "1"));
        flow.came(500);
        flow.left(10);
        flow.close();

        limits.sweep();
        assertThat(limits.size()).isEqualTo(2);
        clock.set(10 * SECOND);
        limits.sweep();
        assertThat(limits.size()).isEqualTo(1); // the enterprise has something on its way
        flow.arrived(10);
        limits.sweep();
        assertThat(limits.size()).isZero();
    }

    @Test
    void sweepsByItselfWhenManyComeAndGo() {
        for (int i = 0; i < 10_000; i++) {
            limits.open(new Identity("E" + i, "1")).close();
        }

        assertThat(limits.size()).isLessThan(3_000);
    }
}
