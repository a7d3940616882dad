package io.kilowatch.aggregator.testing;

import io.kilowatch.aggregator.ledger.Mark;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.ReadingKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ledger computed from scratch in the plainest way: take what counts, sort it, decide what to believe, add up with
 * unbounded numbers. It shares no arithmetic and no code with the program, only the written rules.
 */
public final class PlainLedger {
    private static final long SLOT = 900_000;
    private static final long LONGEST = 400L * 24 * 3_600_000;

    private final PlainMeter meter;
    private final Map<Long, Point> counting = new HashMap<>();
    private final Map<Long, Mark> marks = new HashMap<>();
    private final TreeMap<Long, Slot> slots = new TreeMap<>();

    /** A slot: amount, milliseconds measured and interpolated. */
    public record Slot(BigInteger amount, long measured, long interpolated) {
        /** A slot in ordinary numbers. */
        public static Slot of(long amount, long measured, long interpolated) {
            return new Slot(BigInteger.valueOf(amount), measured, interpolated);
        }

        /** Two slots in one. */
        public Slot plus(Slot more) {
            return new Slot(amount.add(more.amount), measured + more.measured, interpolated + more.interpolated);
        }

        boolean isNothing() {
            return amount.signum() == 0 && measured == 0 && interpolated == 0;
        }
    }

    public PlainLedger(Meter registered, List<Point> points) {
        meter = new PlainMeter(registered);
        Map<Long, List<Point>> claims = new TreeMap<>();
        points.forEach(point ->
                claims.computeIfAbsent(point.at(), at -> new ArrayList<>()).add(point));
        Comparator<Point> byReceipt =
                Comparator.comparingLong(Point::receivedAt).thenComparingLong(Point::position);
        List<Point> sorted = new ArrayList<>();
        claims.forEach((at, ofInstant) -> {
            ofInstant.sort(byReceipt);
            Point last = ofInstant.get(ofInstant.size() - 1);
            Point stands = ofInstant.stream()
                    .filter(one ->
                            one.value() == last.value() && one.kind() == last.kind() && one.source() == last.source())
                    .findFirst()
                    .orElseThrow();
            counting.put(at, stands);
            if (stands.kind() == registered.kind()) {
                sorted.add(stands);
                marks.put(at, Mark.GOOD);
            } else {
                marks.put(at, Mark.OTHER_KIND);
            }
        });
        if (registered.kind() == ReadingKind.REGISTER) {
            new PlainRegister(meter, sorted, marks).steps().forEach(this::fill);
        } else if (registered.kind() == ReadingKind.AMOUNT) {
            amounts(sorted);
        } else {
            powers(sorted);
        }
        slots.values().removeIf(Slot::isNothing);
    }

    /** The claim that stands for what counts, by instant. */
    public Map<Long, Point> counting() {
        return counting;
    }

    /** What is thought of it. */
    public Map<Long, Mark> marks() {
        return marks;
    }

    /** Every slot that is not nothing. */
    public Map<Long, Slot> slots() {
        return slots;
    }

    private void amounts(List<Point> sorted) {
        List<Point> good = new ArrayList<>();
        for (Point point : sorted) {
            long end = meter.intervalEnd(point.at());
            if (!meter.canFlow(meter.converted(point.value(), point.at()), end - point.at())) {
                marks.put(point.at(), Mark.JUMP);
                continue;
            }
            if (!good.isEmpty()) {
                long from = good.get(good.size() - 1).at();
                long until = meter.intervalEnd(from);
                if (point.at() < until && 2 * (point.at() - from) < until - from) {
                    marks.put(point.at(), Mark.OVERLAP);
                    continue;
                }
            }
            good.add(point);
        }
        for (int i = 0; i < good.size(); i++) {
            long from = good.get(i).at();
            long end = meter.intervalEnd(from);
            if (i + 1 < good.size()) {
                end = Math.min(end, good.get(i + 1).at());
            }
            fill(new Step(from, end, meter.converted(good.get(i).value(), from), true));
        }
    }

    private void powers(List<Point> sorted) {
        Point last = null;
        for (Point point : sorted) {
            if (!meter.canFlow(meter.converted(point.value(), point.at()), Times.HOUR)) {
                marks.put(point.at(), Mark.JUMP);
                continue;
            }
            if (last != null
                    && meter.isMeasured(last.at(), point.at())
                    && meter.canFlow(meter.converted(point.value(), last.at()), Times.HOUR)) {
                BigInteger energy = new BigDecimal(last.value())
                        .add(new BigDecimal(point.value()))
                        .multiply(meter.factor(last.at()))
                        .multiply(new BigDecimal(point.at() - last.at()))
                        .divide(new BigDecimal(2 * Times.HOUR), 0, RoundingMode.HALF_EVEN)
                        .toBigInteger();
                fill(new Step(last.at(), point.at(), energy, true));
            }
            last = point;
        }
    }

    /** What flowed between two instants. */
    record Step(long from, long to, BigInteger amount, boolean measured) {}

    private void fill(Step step) {
        long whole = step.to - step.from;
        if (whole > LONGEST) {
            return;
        }
        for (long slot = Math.floorDiv(step.from, SLOT) * SLOT; slot < step.to; slot += SLOT) {
            long begin = Math.max(step.from, slot);
            long end = Math.min(step.to, slot + SLOT);
            BigInteger part = reached(step.amount, end - step.from, whole)
                    .subtract(reached(step.amount, begin - step.from, whole));
            long time = end - begin;
            slots.merge(slot, new Slot(part, step.measured ? time : 0, step.measured ? 0 : time), Slot::plus);
        }
    }

    private static BigInteger reached(BigInteger amount, long time, long whole) {
        return new BigDecimal(amount.multiply(BigInteger.valueOf(time)))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.FLOOR)
                .toBigIntegerExact();
    }
}
