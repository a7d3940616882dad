package io.kilowatch.aggregator.ledger;

import java.util.HashMap;
import java.util.Map;

/** What following readings comes to: changes of slots, and marks of readings. */
public final class Effects {
    private final SlotChanges slots;
    private final int sign;
    private final Map<Long, Mark> marks = new HashMap<>(0);

    private Effects(SlotChanges slots, int sign) {
        this.slots = slots;
        this.sign = sign;
    }

    /** Adds to slots what is followed. */
    public static Effects adding(SlotChanges slots) {
        return new Effects(slots, 1);
    }

    /** Takes from slots what is followed. */
    public static Effects takingBack(SlotChanges slots) {
        return new Effects(slots, -1);
    }

    /** The marks given, by instant; those of good readings that bear it already are left out. */
    public Map<Long, Mark> marks() {
        return marks;
    }

    /** Forgets the marks. */
    public void clear() {
        marks.clear();
    }

    void flow(long from, long to, long amount, boolean measured) {
        slots.spread(from, to, amount, sign, measured);
    }

    void unflow(long from, long to, long amount, boolean measured) {
        slots.spread(from, to, amount, -sign, measured);
    }

    /** Nothing is noted of a reading that bears this mark already: that is so of every new one. */
    void good(Point point) {
        if (point.mark() != Mark.GOOD) {
            marks.put(point.at(), Mark.GOOD);
        }
    }

    void mark(Point point, Mark mark) {
        marks.put(point.at(), mark);
    }
}
