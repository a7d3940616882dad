package io.kilowatch.aggregator.store;

import io.kilowatch.aggregator.store.Readings.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A time of one meter whose readings are read in one go, because places in it lie close together.
 *
 * <p>To look for a neighbour costs as much as to read hundreds of rows where the table has many chunks, for each of them
 * is asked whether it can hold it. So what lies between places that are less than a day apart is read as well.
 *
 * @param meter the meter's number
 * @param first the first place
 * @param last the last place, which may be the first
 */
public record Stretch(int meter, long first, long last) {
    private static final long LONGEST_STEP = 86_400_000L;

    /** The stretches that hold some places. */
    public static List<Stretch> covering(Collection<Place> places) {
        List<Place> inOrder = new ArrayList<>(places);
        inOrder.sort(Comparator.comparingInt(Place::meter).thenComparingLong(Place::at));
        List<Stretch> stretches = new ArrayList<>();
        for (Place place : inOrder) {
            Stretch open = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            if (open != null && open.meter == place.meter() && place.at() - open.last <= LONGEST_STEP) {
                stretches.set(stretches.size() - 1, new Stretch(open.meter, open.first, place.at()));
            } else {
                stretches.add(new Stretch(place.meter(), place.at(), place.at()));
            }
        }
        return stretches;
    }
}
