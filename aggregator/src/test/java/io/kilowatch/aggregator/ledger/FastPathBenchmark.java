package io.kilowatch.aggregator.ledger;

import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;

import io.kilowatch.aggregator.testing.Times;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import io.kilowatch.domain.Slot;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
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
    private final Flow flow = Flow.of(Definition.of(aMeter().build(), BusinessCalendar.CHINA), BusinessCalendar.CHINA);
    private final Follower follower = flow.begin();
    private final SlotChanges changes = new SlotChanges();
    private final Effects effects = Effects.adding(changes);
    private long at = Times.at("2026-08-01T00:00");
    private long register = 1_000_000;

    /** Takes one reading after the latest, from its numbers to what it changes. */
    @Benchmark
    public long inOrder() {
        at += Slot.LENGTH;
        register += 37_123_456L;
        Point point = new Point(at, register, ReadingKind.REGISTER, ReadingSource.MEASURED, at, at, 1, Mark.GOOD);
        Timeline.take(flow, follower, point, effects);
        long amount = changes.amount(0);
        changes.clear();
        return amount;
    }
}
