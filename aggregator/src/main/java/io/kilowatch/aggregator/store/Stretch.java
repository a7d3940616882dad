package io.kilowatch.aggregator.store;

import java.util.ArrayList;
import java.util.List;

/**
 * A time of one meter whose readings are read in one go, because places in it lie close together.
 *
 * @param meter the meter's number
 * @param first the first place, in milliseconds since 1970 UTC
 * @param last the last place, which may be the first
 */
public record Stretch(int meter, long first, long last) {
    /**
     * The stretches that hold some places of a meter.
     *
     * @param instants in time order
     * @param longestStep two places that are no further apart are in one stretch, with what lies between them
     */
    public static List<Stretch> covering(int meter, List<Long> instants, long longestStep) {
        List<Stretch> stretches = new ArrayList<>();
        for (int from = 0; from < instants.size(); ) {
            int to = from;
            while (to + 1 < instants.size() && instants.get(to + 1) - instants.get(to) <= longestStep) {
                to++;
            }
            stretches.add(new Stretch(meter, instants.get(from), instants.get(to)));
            from = to + 1;
        }
        return stretches;
    }

    /** The same with a margin on both sides. */
    Stretch widened(long margin) {
        return new Stretch(meter, first - margin, last + margin);
    }
}
