package io.kilowatch.aggregator.testing;

import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Multiplier;
import io.kilowatch.domain.ReportingInterval;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ledger computed from scratch in the plainest way: take what counts, sort it, add up with unbounded numbers.
 *
 * <p>It shares no arithmetic with the program, only the written rules: of one instant the reading received last counts,
 * then the one further on in the partition; registers step between neighbours, roll over where the way on is at most
 * half the dial, and contradict each other otherwise; amounts fill the interval that they start; power is integrated by
 * trapezoids over at most one and a half intervals. Numbers are converted each for itself and rounded half even, an amount
 * has reached by a moment the share of it that the time has, rounded down, and one beyond the range counts for nothing.
 */
public final class PlainLedger {
    private static final long SLOT = 900_000;
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private final Meter meter;
    private final Map<Long, Point> winners = new HashMap<>();
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

    public PlainLedger(History history) {
        meter = history.meter();
        for (Point point : history.points()) {
            Point rival = winners.get(point.at());
            if (rival == null
                    || point.receivedAt() > rival.receivedAt()
                    || (point.receivedAt() == rival.receivedAt() && point.position() > rival.position())) {
                winners.put(point.at(), point);
            }
        }
        List<Point> counting = new ArrayList<>(winners.values());
        counting.removeIf(point -> point.kind() != meter.kind());
        counting.sort(Comparator.comparing(Point::at));
        switch (meter.kind()) {
            case REGISTER -> pairs(counting, this::register);
            case AMOUNT -> counting.forEach(this::amount);
            case POWER -> pairs(counting, this::power);
        }
        slots.values().removeIf(Slot::isNothing);
    }

    /** The reading that counts, by instant. */
    public Map<Long, Point> winners() {
        return winners;
    }

    /** Every slot that is not nothing. */
    public Map<Long, Slot> slots() {
        return slots;
    }

    private interface Pair {
        void take(Point earlier, Point later);
    }

    private static void pairs(List<Point> sorted, Pair pair) {
        for (int i = 1; i < sorted.size(); i++) {
            pair.take(sorted.get(i - 1), sorted.get(i));
        }
    }

    private void register(Point earlier, Point later) {
        BigInteger from = BigInteger.valueOf(earlier.value());
        BigInteger to = BigInteger.valueOf(later.value());
        if (to.compareTo(from) < 0) {
            if (meter.digits().isEmpty()) {
                return;
            }
            BigInteger dial = BigInteger.TEN.pow(meter.digits().get() + 6);
            BigInteger wayOn = to.add(dial).subtract(from);
            if (wayOn.signum() < 0 || wayOn.shiftLeft(1).compareTo(dial) > 0) {
                return;
            }
            to = to.add(dial);
        }
        boolean measured = 2 * (later.at() - earlier.at()) <= 3 * longest();
        BigInteger amount = converted(to, earlier.at()).subtract(converted(from, earlier.at()));
        fill(earlier.at(), later.at(), amount, measured);
    }

    private void amount(Point point) {
        ZonedDateTime start = ZonedDateTime.ofInstant(Instant.ofEpochMilli(point.at()), BusinessCalendar.CHINA.zone());
        ZonedDateTime end = switch (meter.interval()) {
            case P1D -> start.toLocalDate().plusDays(1).atStartOfDay(start.getZone());
            case PT1H -> start.plusHours(1);
            case PT15M -> start.plusMinutes(15);
            default -> throw new IllegalArgumentException("not in these histories");
        };
        fill(
                point.at(),
                end.toInstant().toEpochMilli(),
                converted(BigInteger.valueOf(point.value()), point.at()),
                true);
    }

    private void power(Point earlier, Point later) {
        long time = later.at() - earlier.at();
        if (2 * time > 3 * longest()) {
            return;
        }
        BigInteger energy = new BigDecimal(earlier.value())
                .add(new BigDecimal(later.value()))
                .multiply(new BigDecimal(time))
                .divide(new BigDecimal(2 * Times.HOUR), 0, RoundingMode.DOWN)
                .toBigInteger();
        fill(earlier.at(), later.at(), converted(energy, earlier.at()), true);
    }

    private long longest() {
        return meter.interval() == ReportingInterval.P1D
                ? Times.DAY
                : meter.interval() == ReportingInterval.PT1H ? Times.HOUR : SLOT;
    }

    private BigInteger converted(BigInteger value, long at) {
        LocalDate day =
                Instant.ofEpochMilli(at).atZone(BusinessCalendar.CHINA.zone()).toLocalDate();
        BigDecimal multiplier = BigDecimal.ONE;
        for (Multiplier one : meter.multipliers()) {
            multiplier = one.from().isAfter(day) ? multiplier : one.value();
        }
        return new BigDecimal(value)
                .multiply(multiplier)
                .multiply(meter.unit().toBase())
                .setScale(0, RoundingMode.HALF_EVEN)
                .toBigIntegerExact();
    }

    private static boolean fits(BigInteger number) {
        return number.compareTo(LEAST) >= 0 && number.compareTo(MOST) <= 0;
    }

    private void fill(long from, long to, BigInteger amount, boolean measured) {
        if (!fits(amount)) {
            return;
        }
        for (long slot = Math.floorDiv(from, SLOT) * SLOT; slot < to; slot += SLOT) {
            long begin = Math.max(from, slot);
            long end = Math.min(to, slot + SLOT);
            BigInteger part = reached(amount, end - from, to - from).subtract(reached(amount, begin - from, to - from));
            slots.merge(slot, new Slot(part, measured ? end - begin : 0, measured ? 0 : end - begin), Slot::plus);
        }
    }

    private static BigInteger reached(BigInteger amount, long time, long whole) {
        return new BigDecimal(amount.multiply(BigInteger.valueOf(time)))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.FLOOR)
                .toBigIntegerExact();
    }
}
