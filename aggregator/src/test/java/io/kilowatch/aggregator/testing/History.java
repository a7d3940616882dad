package io.kilowatch.aggregator.testing;

import io.kilowatch.aggregator.ledger.Mark;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import io.kilowatch.domain.Replacement;
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
 * A meter and all claims that ever come of it, around the end of a year.
 *
 * <p>In a scattered history instants are often the same, so that readings restate others, and values mostly lie on one of
 * three lines that grow with time: so registers go on, step back, are reset and come back. In a told one the register goes
 * from reading to reading, through zero and from exchange to exchange, and things happen to it: resets, misreadings,
 * glitches, gaps, corrections and corrections of corrections. Every claim has a position of its own, as in a partition, and one of a few times of receipt.
 *
 * @param meter the meter
 * @param points in no particular order
 */
public record History(Meter meter, List<Point> points) {
    private static final long START = Times.at("2025-12-31T22:30");
    private static final int[] PLACES = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 40, 41, 100};
    private static final long[] OFF_GRID = {0, 0, 0, 0, 0, 1, 31_007, 7 * Times.MINUTE, 899_999};
    private static final long HUGE = 300_000_000L * Micros.ONE;
    private static final int METERS = 4 * 4 * 3 * 3 * 3 * 4;
    private static final int CODES = PLACES.length * OFF_GRID.length * 16 * 4 * 8 * 5;

    /** Histories of meters of one kind. */
    public static Arbitrary<History> ofKind(ReadingKind kind) {
        Arbitrary<List<Integer>> codes = Arbitraries.integers()
                .between(0, CODES - 1)
                .withDistribution(RandomDistribution.uniform())
                .list()
                .ofMaxSize(26);
        return Combinators.combine(
                        Arbitraries.integers().between(0, METERS - 1).withDistribution(RandomDistribution.uniform()),
                        Arbitraries.of(true, false),
                        codes)
                .as((meter, told, choices) -> {
                    Meter made = meter(kind, meter);
                    return new History(made, told ? told(made, choices) : scattered(made, choices));
                });
    }

    /** Meters of one kind, such as histories are of. */
    public static Arbitrary<Meter> metersOfKind(ReadingKind kind) {
        return Arbitraries.integers()
                .between(0, METERS - 1)
                .withDistribution(RandomDistribution.uniform())
                .map(code -> meter(kind, code));
    }

    /** Cuts a shuffled copy into portions. */
    public List<List<Point>> inPortions(long seed) {
        Random random = new Random(seed);
        List<Point> shuffled = new ArrayList<>(points);
        switch (random.nextInt(3)) {
            case 0 -> Collections.shuffle(shuffled, random);
            case 1 -> shuffled.sort((a, b) -> Long.compare(a.at(), b.at()));
            default -> {
                shuffled.sort((a, b) -> Long.compare(a.at(), b.at()));
                for (int i = 0; i < shuffled.size() / 4; i++) {
                    Collections.swap(shuffled, random.nextInt(shuffled.size()), random.nextInt(shuffled.size()));
                }
            }
        }
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
            case 2 -> meter.multipliedBy("60", "2020-01-01").multipliedBy("3", "2026-01-01");
            default -> {}
        }
        if (kind == ReadingKind.REGISTER && code / 48 % 3 > 0) {
            meter.withDigits(code / 48 % 3 == 1 ? 3 : 6);
        }
        switch (code / 144 % 3) {
            case 1 -> meter.atMost("400");
            case 2 -> meter.atMost("9000.5");
            default -> {}
        }
        if (kind == ReadingKind.REGISTER) {
            exchange(meter, code / 432 % 4);
        }
        return meter.build();
    }

    private static void exchange(MeterBuilder meter, int code) {
        if (code == 1 || code == 3) {
            meter.replaced("2025-12-31T23:45", "200.5", "37.123457");
        }
        if (code == 2 || code == 3) {
            meter.replaced("2026-01-01T00:10", "300", "0");
        }
    }

    private static List<Point> scattered(Meter meter, List<Integer> codes) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            int code = codes.get(i);
            int place = PLACES[code % PLACES.length];
            int rest = code / PLACES.length;
            long at = START + place * 15 * Times.MINUTE + OFF_GRID[rest % OFF_GRID.length];
            rest /= OFF_GRID.length;
            points.add(point(meter, at, value(place, rest % 16), rest / 16, i));
        }
        return points;
    }

    private static long value(int place, int behaviour) {
        long line = 37_123_457L * place;
        return switch (behaviour) {
            case 0 -> 0;
            case 1 -> 999_999_999;
            case 2 -> 499 * Micros.ONE + 7;
            case 3 -> -12_345_677;
            case 4 -> HUGE + place;
            case 5 -> line % (1_000 * Micros.ONE) + 1;
            case 6, 7, 8 -> Math.max(0, line - 150 * Micros.ONE);
            case 9, 10 -> line + 5_000 * Micros.ONE;
            default -> line % (1_000 * Micros.ONE);
        };
    }

    private static List<Point> told(Meter meter, List<Integer> codes) {
        List<Point> points = new ArrayList<>();
        long at = START;
        long register = begin(meter);
        for (int code : codes) {
            int rest = code / 16;
            long step = 1 + rest % 40 * Micros.ONE;
            long before = at;
            at += 15 * Times.MINUTE;
            register = (exchanged(meter, register, before, at) + step) % dial(meter);
            long told = register;
            switch (code % 16) {
                case 0 -> register = rest % 3 * Micros.ONE;
                case 1 -> told = 0;
                case 2 -> told = register - 7 * Micros.ONE;
                case 3 -> told = register * 10;
                case 4 -> at += 5 * Times.HOUR;
                case 5 -> at += 31_007;
                case 6 -> register = (register + 45 * Micros.ONE) % dial(meter);
                case 7 -> register -= 20 * Micros.ONE;
                default -> {}
            }
            if (code % 16 == 0 || code % 16 >= 6) {
                told = register;
            }
            points.add(point(meter, at, told, rest % 4, points.size()));
            if (code % 16 == 8 || code % 16 == 9) {
                points.add(point(meter, at, told + Micros.ONE, rest % 160, points.size()));
                points.add(point(meter, at, told, rest / 7 % 160, points.size()));
            }
        }
        return points;
    }

    /** Shortly before what an exchange says is the last number, or else before the register rolls over. */
    private static long begin(Meter meter) {
        if (!meter.replacements().isEmpty()) {
            return 120 * Micros.ONE;
        }
        return meter.digits().isPresent() ? dial(meter) - 130 * Micros.ONE : 970 * Micros.ONE;
    }

    private static long dial(Meter meter) {
        return meter.digits()
                .map(digits -> digits == 3 ? 1_000 * Micros.ONE : 1_000_000 * Micros.ONE)
                .orElse(1_000_000_000 * Micros.ONE);
    }

    private static long exchanged(Meter meter, long register, long from, long to) {
        long now = register;
        for (Replacement one : meter.replacements()) {
            long at = BusinessCalendar.CHINA.instant(one.at());
            now = at > from && at <= to ? Micros.of(one.initialRegister()) : now;
        }
        return now;
    }

    private static Point point(Meter meter, long at, long value, int code, int index) {
        long receivedAt = code % 4;
        boolean ofOtherKind = code / 4 % 8 == 7;
        ReadingSource source = code / 32 % 5 == 4 ? ReadingSource.MANUAL : ReadingSource.MEASURED;
        ReadingKind kind =
                ofOtherKind ? ReadingKind.of((meter.kind().ordinal() + 1) % ReadingKind.values().length) : meter.kind();
        return new Point(at, value, kind, source, receivedAt, index, 1, Mark.GOOD);
    }
}
