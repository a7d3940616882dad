package io.kilowatch.aggregator.testing;

import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import io.kilowatch.domain.ReportingInterval;
import io.kilowatch.domain.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/**
 * A meter and all readings that ever come of it, around the end of a year.
 *
 * <p>Instants are often the same, so that readings restate others, and some lie off the grid. Values mostly grow with
 * time, so that registers behave; the others are glitches, resets and rollovers. Every reading has a position of its own,
 * as in a partition, and one of a few times of receipt.
 *
 * @param meter the meter
 * @param points in no particular order
 */
public record History(Meter meter, List<Point> points) {
    private static final long START = Times.at("2025-12-31T22:30");
    private static final int[] PLACES = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 40, 41, 100};
    private static final long[] OFF_GRID = {0, 0, 0, 0, 0, 1, 31_007, 7 * Times.MINUTE, 899_999};
    private static final int BEHAVIOURS = 12;
    private static final long HUGE = 300_000_000L * Micros.ONE;
    private static final long CODES = (long) PLACES.length * OFF_GRID.length * BEHAVIOURS * 4 * 8 * 5;

    /** Histories of meters of one kind. */
    public static Arbitrary<History> ofKind(ReadingKind kind) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4 * 4 * 3 * 3 - 1),
                        Arbitraries.longs()
                                .between(0, CODES - 1)
                                .withDistribution(RandomDistribution.uniform())
                                .list()
                                .ofMaxSize(22))
                .as((meter, codes) -> of(meter(kind, meter), codes));
    }

    /** The same without values so large that sums of a year are out of range. */
    public History withoutHugeValues() {
        return new History(
                meter, points.stream().filter(point -> point.value() < HUGE).toList());
    }

    /** Cuts a shuffled copy with repeats into portions. */
    public List<List<Point>> inPortions(long seed) {
        Random random = new Random(seed);
        List<Point> shuffled = new ArrayList<>(points);
        for (int i = 0; i < points.size(); i++) {
            if (random.nextInt(4) == 0) {
                shuffled.add(points.get(i));
            }
        }
        Collections.shuffle(shuffled, random);
        int longest = 1 + random.nextInt(8);
        List<List<Point>> portions = new ArrayList<>();
        for (int from = 0; from < shuffled.size(); ) {
            int to = Math.min(shuffled.size(), from + 1 + random.nextInt(longest));
            portions.add(new ArrayList<>(shuffled.subList(from, to)));
            from = to;
        }
        return portions;
    }

    private static Meter meter(ReadingKind kind, int code) {
        MeterBuilder meter = MeterBuilder.aMeter().ofKind(kind);
        ReportingInterval[] intervals = {
            ReportingInterval.PT15M, ReportingInterval.PT15M, ReportingInterval.PT1H, ReportingInterval.P1D
        };
        Unit[] units = {Unit.KWH, Unit.WH, Unit.MWH, Unit.WH};
        meter.readEvery(intervals[code % 4]).in(units[code / 4 % 4]);
        switch (code / 16 % 3) {
            case 1 -> meter.multipliedBy("1.00000037", "2020-01-01").multipliedBy("40", "2026-01-01");
            case 2 -> meter.multipliedBy("3", "2026-01-01");
            default -> {}
        }
        if (kind == ReadingKind.REGISTER && code / 48 > 0) {
            meter.withDigits(code / 48 == 1 ? 3 : 6);
        }
        return meter.build();
    }

    private static History of(Meter meter, List<Long> codes) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            points.add(point(meter, codes.get(i), i));
        }
        return new History(meter, List.copyOf(points));
    }

    private static Point point(Meter meter, long code, int index) {
        int place = PLACES[(int) (code % PLACES.length)];
        long rest = code / PLACES.length;
        long at = START + place * 15 * Times.MINUTE + OFF_GRID[(int) (rest % OFF_GRID.length)];
        rest /= OFF_GRID.length;
        int behaviour = (int) (rest % BEHAVIOURS);
        rest /= BEHAVIOURS;
        long receivedAt = rest % 4;
        rest /= 4;
        boolean ofOtherKind = rest % 8 == 7;
        ReadingSource source = rest / 8 % 5 == 4 ? ReadingSource.MANUAL : ReadingSource.MEASURED;
        ReadingKind kind =
                ofOtherKind ? ReadingKind.of((meter.kind().ordinal() + 1) % ReadingKind.values().length) : meter.kind();
        return new Point(at, value(place, behaviour), kind, source, receivedAt, index);
    }

    private static long value(int place, int behaviour) {
        return switch (behaviour) {
            case 0 -> 0;
            case 1 -> 999_999_999;
            case 2 -> 499 * Micros.ONE + 7;
            case 3 -> -12_345_677;
            case 4 -> HUGE + place;
            default -> 37_123_457L * place % (1_000 * Micros.ONE) + (behaviour == 5 ? 1 : 0);
        };
    }
}
