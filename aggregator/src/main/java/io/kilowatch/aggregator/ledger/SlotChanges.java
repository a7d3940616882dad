package io.kilowatch.aggregator.ledger;

import io.kilowatch.domain.Slot;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * What is to be added to the slots of one meter: amounts, and milliseconds covered by measurement or by interpolation.
 *
 * <p>Changes are collected in any order and several for one slot; {@link #compact} leaves one per slot, in time order,
 * and drops those that come to nothing.
 */
public final class SlotChanges {
    private static final int USUAL = 4;

    private long[] slots = new long[USUAL];
    private long[] amounts = new long[USUAL];
    private long[] measured = new long[USUAL];
    private long[] interpolated = new long[USUAL];
    private int size;

    /** How many changes there are. */
    public int size() {
        return size;
    }

    /** The start of a change's slot. */
    public long slot(int index) {
        return slots[index];
    }

    /** What is added to the amount, in millionths of the base unit. */
    public long amount(int index) {
        return amounts[index];
    }

    /** What is added to the time covered by measurement, in milliseconds. */
    public long measured(int index) {
        return measured[index];
    }

    /** What is added to the time covered by interpolation, in milliseconds. */
    public long interpolated(int index) {
        return interpolated[index];
    }

    /**
     * Spreads an amount over the slots between two instants in proportion to time; the parts add up to the whole.
     *
     * @param sign 1 to add, -1 to take back what was added before
     * @param byMeasurement whether the time counts as measured or as interpolated
     */
    public void spread(long from, long to, long amount, int sign, boolean byMeasurement) {
        long before = 0;
        for (long slot = Slot.of(from); slot < to; slot += Slot.LENGTH) {
            long begin = Math.max(slot, from);
            long end = Math.min(slot + Slot.LENGTH, to);
            long until = end == to ? amount : share(amount, end - from, to - from);
            long time = sign * (end - begin);
            add(slot, sign * (until - before), byMeasurement ? time : 0, byMeasurement ? 0 : time);
            before = until;
        }
    }

    private static long share(long amount, long part, long whole) {
        long high = Math.multiplyHigh(amount, part);
        long low = amount * part;
        if (high == low >> 63) {
            return Math.floorDiv(low, whole);
        }
        BigInteger[] quotient = BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(part))
                .divideAndRemainder(BigInteger.valueOf(whole));
        return quotient[0].longValueExact() - (quotient[1].signum() < 0 ? 1 : 0);
    }

    private void add(long slot, long amount, long measuredTime, long interpolatedTime) {
        if (size > 0 && slots[size - 1] == slot) {
            amounts[size - 1] = Math.addExact(amounts[size - 1], amount);
            measured[size - 1] += measuredTime;
            interpolated[size - 1] += interpolatedTime;
            return;
        }
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, size * 2);
            amounts = Arrays.copyOf(amounts, size * 2);
            measured = Arrays.copyOf(measured, size * 2);
            interpolated = Arrays.copyOf(interpolated, size * 2);
        }
        slots[size] = slot;
        amounts[size] = amount;
        measured[size] = measuredTime;
        interpolated[size++] = interpolatedTime;
    }

    /** Adds all of others. */
    public void addAll(SlotChanges others) {
        for (int i = 0; i < others.size; i++) {
            add(others.slots[i], others.amounts[i], others.measured[i], others.interpolated[i]);
        }
    }

    /** Forgets all of them, to be used again. */
    public void clear() {
        size = 0;
    }

    /** Leaves one change per slot, in time order, without those that change nothing. */
    public void compact() {
        if (!isOrdered()) {
            sort();
        }
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (amounts[i] != 0 || measured[i] != 0 || interpolated[i] != 0) {
                move(i, kept++);
            }
        }
        size = kept;
    }

    private boolean isOrdered() {
        for (int i = 1; i < size; i++) {
            if (slots[i] <= slots[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private void sort() {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        long[] by = slots;
        Arrays.sort(order, (a, b) -> Long.compare(by[a], by[b]));
        SlotChanges sorted = new SlotChanges();
        for (int i : order) {
            sorted.add(slots[i], amounts[i], measured[i], interpolated[i]);
        }
        slots = sorted.slots;
        amounts = sorted.amounts;
        measured = sorted.measured;
        interpolated = sorted.interpolated;
        size = sorted.size;
    }

    private void move(int from, int to) {
        slots[to] = slots[from];
        amounts[to] = amounts[from];
        measured[to] = measured[from];
        interpolated[to] = interpolated[from];
    }
}
