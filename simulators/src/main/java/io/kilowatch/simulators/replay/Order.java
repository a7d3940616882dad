package io.kilowatch.simulators.replay;

import java.util.OptionalLong;

/**
 * The order in which readings are sent, and how often.
 *
 * @param shuffle the seed of a random order; each lap has an order of its own
 * @param laps how often everything is sent
 * @param onward whether each lap goes on in time where the one before has ended, its registers too; else it repeats
 * @param shift how far all times are moved
 */
public record Order(OptionalLong shuffle, long laps, boolean onward, Shift shift) {
    /** Laps without an end. */
    public static final long FOR_EVER = Long.MAX_VALUE;

    /** How many readings a feed of so many becomes; {@link #FOR_EVER} where that has no end. */
    long all(long readings) {
        return isEndless() ? FOR_EVER : readings * laps;
    }

    /** Whether it has no end. */
    boolean isEndless() {
        return laps == FOR_EVER;
    }

    @Override
    public String toString() {
        String order = shuffle.isPresent() ? "shuffled " + shuffle.getAsLong() : "in order";
        String often = isEndless() ? "for ever" : laps + " times";
        return String.join(", ", order, often, onward ? "onward" : "repeated", shift.toString());
    }
}
