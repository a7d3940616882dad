package io.kilowatch.aggregator.testing;

import io.kilowatch.aggregator.ledger.Mark;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.testing.PlainLedger.Step;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.Replacement;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which readings of a register are believed, and the steps between them: a list that is put right as it grows. */
final class PlainRegister {
    private final PlainMeter meter;
    private final Map<Long, Mark> marks;
    private final List<Step> closed = new ArrayList<>();
    private List<Joint> good = new ArrayList<>();
    private List<Spot> doubted = new ArrayList<>();

    /** A number at an instant; told by a reading or by an exchange. */
    private record Spot(long at, BigInteger value, boolean told) {}

    /** A believed spot, and how it hangs together with the one before it. */
    private record Joint(Spot spot, How how) {}

    private enum How {
        FIRST,
        STEP,
        THROUGH_ZERO,
        FROM_ZERO,
        UNKNOWN
    }

    PlainRegister(PlainMeter meter, List<Point> sorted, Map<Long, Mark> marks) {
        this.meter = meter;
        this.marks = marks;
        List<Replacement> open = new ArrayList<>(meter.replacements());
        for (Point point : sorted) {
            while (!open.isEmpty() && at(open.get(0)) <= point.at()) {
                exchange(open.remove(0));
            }
            read(new Spot(point.at(), BigInteger.valueOf(point.value()), true));
        }
        close();
    }

    List<Step> steps() {
        return closed;
    }

    private static long at(Replacement one) {
        return BusinessCalendar.CHINA.instant(one.at());
    }

    private void exchange(Replacement one) {
        if (!good.isEmpty() && last().at < at(one)) {
            Spot end = new Spot(at(one), BigInteger.valueOf(Micros.of(one.finalRegister())), false);
            if (goesOn(last(), end)) {
                good.add(new Joint(end, how(last(), end)));
            } else if (doubted.size() == 2 && goesOn(doubted.get(1), end)) {
                believe(end);
            }
        }
        close();
        good.add(new Joint(new Spot(at(one), BigInteger.valueOf(Micros.of(one.initialRegister())), false), How.FIRST));
    }

    private void close() {
        for (int i = 1; i < good.size(); i++) {
            Spot from = good.get(i - 1).spot;
            Spot to = good.get(i).spot;
            BigInteger begin = switch (good.get(i).how) {
                case STEP -> from.value;
                case THROUGH_ZERO -> from.value.subtract(meter.dial());
                case FROM_ZERO -> BigInteger.ZERO;
                default -> null;
            };
            if (begin != null) {
                BigInteger amount = meter.converted(to.value, from.at).subtract(meter.converted(begin, from.at));
                boolean measured = good.get(i).how != How.FROM_ZERO && meter.isMeasured(from.at, to.at);
                closed.add(new Step(from.at, to.at, amount, measured));
            }
        }
        good = new ArrayList<>();
        doubted = new ArrayList<>();
    }

    private Spot last() {
        return good.get(good.size() - 1).spot;
    }

    private void read(Spot spot) {
        if (good.isEmpty()) {
            good.add(new Joint(spot, How.FIRST));
        } else if (last().at == spot.at) {
            good = new ArrayList<>(List.of(new Joint(spot, How.FIRST)));
        } else if (goesOn(last(), spot)) {
            good.add(new Joint(spot, how(last(), spot)));
            doubted = new ArrayList<>();
        } else if (doubted.size() == 2 && goesOn(doubted.get(1), spot)) {
            believe(spot);
        } else {
            doubt(spot);
        }
    }

    private void doubt(Spot spot) {
        Mark why = spot.value.signum() == 0
                ? Mark.ZERO
                : spot.value.compareTo(last().value) < 0 ? Mark.STEP_BACK : Mark.JUMP;
        marks.put(spot.at, why);
        boolean movedOn =
                doubted.size() == 1 && !doubted.get(0).value.equals(spot.value) && goesOn(doubted.get(0), spot);
        if (!movedOn) {
            doubted = new ArrayList<>();
        }
        doubted.add(spot);
    }

    private void believe(Spot third) {
        Spot first = doubted.get(0);
        @Nullable Spot beforeLast = good.size() > 1 ? good.get(good.size() - 2).spot : null;
        Mark mark = Mark.CONFIRMED;
        if (!meter.saysHowMuchCanFlow()
                && beforeLast != null
                && first.value.compareTo(last().value) < 0
                && goesOn(beforeLast, first)) {
            marks.put(last().at, Mark.JUMP);
            good.remove(good.size() - 1);
            good.add(new Joint(first, How.STEP));
        } else if (first.value.compareTo(last().value) < 0 && canRollOver(last(), first)) {
            good.add(new Joint(first, How.THROUGH_ZERO));
        } else {
            mark = Mark.RESET;
            boolean countable =
                    meter.saysHowMuchCanFlow() && first.value.signum() >= 0 && canFlow(last(), BigInteger.ZERO, first);
            good.add(new Joint(first, countable ? How.FROM_ZERO : How.UNKNOWN));
        }
        marks.put(first.at, mark);
        marks.put(doubted.get(1).at, Mark.CONFIRMED);
        good.add(new Joint(doubted.get(1), How.STEP));
        good.add(new Joint(third, How.STEP));
        if (third.value.compareTo(doubted.get(1).value) < 0) {
            good.set(good.size() - 1, new Joint(third, How.THROUGH_ZERO));
        }
        if (doubted.get(1).value.compareTo(first.value) < 0) {
            good.set(good.size() - 2, new Joint(doubted.get(1), How.THROUGH_ZERO));
        }
        doubted = new ArrayList<>();
    }

    private How how(Spot from, Spot to) {
        return to.value.compareTo(from.value) < 0 ? How.THROUGH_ZERO : How.STEP;
    }

    private boolean goesOn(Spot from, Spot to) {
        if (to.value.compareTo(from.value) >= 0) {
            return canFlow(from, from.value, to);
        }
        return meter.saysHowMuchCanFlow() && canRollOver(from, to);
    }

    private boolean canRollOver(Spot from, Spot to) {
        BigInteger dial = meter.dial();
        if (dial.signum() == 0 || to.value.signum() < 0 || from.value.compareTo(dial) >= 0) {
            return false;
        }
        BigInteger wayOn = to.value.add(dial).subtract(from.value);
        return wayOn.shiftLeft(1).compareTo(dial) <= 0 && canFlow(from, from.value.subtract(dial), to);
    }

    private boolean canFlow(Spot from, BigInteger begin, Spot to) {
        BigInteger amount = meter.converted(to.value, from.at).subtract(meter.converted(begin, from.at));
        return meter.canFlow(amount, Math.max(1, to.at - from.at));
    }
}
