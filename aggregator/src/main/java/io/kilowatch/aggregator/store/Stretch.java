package io.kilowatch.aggregator.store;

import io.kilowatch.aggregator.store.ReadingStore.Place;
import io.kilowatch.domain.ReadingKind;
import java.util.ArrayList;
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
 * @param kind the kind that neighbours before and after must have
 */
record Stretch(int meter, long first, long last, ReadingKind kind) {
    private static final long LONGEST_STEP = 86_400_000L;

    /** The stretches that hold some places, with nothing between two of them to be read. */
    static List<Stretch> covering(List<Place> places) {
        List<Place> inOrder = new ArrayList<>(places);
        inOrder.sort(
                Comparator.comparingInt(Place::meter).thenComparing(Place::kind).thenComparingLong(Place::at));
        List<Stretch> stretches = new ArrayList<>();
        for (Place place : inOrder) {
            Stretch open = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            if (open != null && open.reaches(place)) {
                stretches.set(stretches.size() - 1, new Stretch(open.meter, open.first, place.at(), open.kind));
            } else {
                stretches.add(new Stretch(place.meter(), place.at(), place.at(), place.kind()));
            }
        }
        return stretches;
    }

    private boolean reaches(Place place) {
        return meter == place.meter() && kind == place.kind() && place.at() - last <= LONGEST_STEP;
    }
}
