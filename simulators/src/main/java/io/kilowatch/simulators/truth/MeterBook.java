package io.kilowatch.simulators.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The readings of one meter as they were sent; of several about one instant the last one counts. */
final class MeterBook {
    private final MeterFacts facts;
    private final List<Reading> inOrder = new ArrayList<>();
    private final TreeMap<Long, Reading> late = new TreeMap<>();

    /**
     * A reading.
     *
     * @param at milliseconds since 1970
     * @param value millionths of the meter's unit
     */
    record Reading(long at, long value) {}

    MeterBook(MeterFacts facts) {
        this.facts = facts;
    }

    MeterFacts facts() {
        return facts;
    }

    void note(long at, long value) {
        Reading reading = new Reading(at, value);
        if (late.isEmpty()
                && (inOrder.isEmpty() || inOrder.get(inOrder.size() - 1).at() < at)) {
            inOrder.add(reading);
        } else {
            late.put(at, reading);
        }
    }

    /** What flowed, by the rules of which readings are believed. */
    Days days() {
        List<Reading> counting = counting();
        return facts.register() ? new RegisterRules(facts).follow(counting) : AmountRules.follow(facts, counting);
    }

    private List<Reading> counting() {
        if (late.isEmpty()) {
            return inOrder;
        }
        TreeMap<Long, Reading> all = new TreeMap<>();
        inOrder.forEach(reading -> all.put(reading.at(), reading));
        all.putAll(late);
        return List.copyOf(all.values());
    }
}
