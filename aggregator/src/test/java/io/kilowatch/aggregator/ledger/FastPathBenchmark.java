package io.kilowatch.aggregator.ledger;

import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.PointBuilder.aReading;

import io.kilowatch.aggregator.testing.Times;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Slot;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The time and memory that one reading in order costs: a register's next quarter hour after its latest. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FastPathBenchmark {
    private static final int QUARTERS = 1 << 10;

    private final Flow flow = Flow.of(aMeter().build(), BusinessCalendar.CHINA);
    private final Point[] day = new Point[QUARTERS + 1];
    private int next;

    /** Prepares the readings, so that only entering them is measured. */
    @Setup
    public void read() {
        long start = Times.at("2026-08-01T00:00");
        for (int i = 0; i < day.length; i++) {
            day[i] = aReading(start + i * Slot.LENGTH)
                    .ofMicros(1_000_000 + i * 37_123_456L)
                    .build();
        }
    }

    /** Enters one reading after the latest. */
    @Benchmark
    public SlotChanges inOrder() {
        Point tail = day[next & (QUARTERS - 1)];
        Point entering = day[(next & (QUARTERS - 1)) + 1];
        next++;
        SlotChanges changes = new SlotChanges();
        Timeline.enter(flow, List.of(tail), List.of(entering), changes);
        return changes;
    }
}
