package io.kilowatch.aggregator.stream;

import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.store.Readings;
import io.kilowatch.aggregator.store.Readings.Place;
import io.kilowatch.aggregator.store.Readings.Surroundings;
import io.kilowatch.aggregator.store.Stretch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Enters readings that lie among stored ones.
 *
 * <p>What repeats a stored reading is put aside at once. For the others as many stored readings are read around them as it
 * takes until nothing further on can change: mostly a few.
 */
final class LateReadings {
    private static final int REACH = 3;
    private static final int WIDER = 16;

    private final Readings readings = new Readings();

    void enter(Connection connection, List<Entering> all) throws SQLException {
        Map<Entering, List<Point>> open = settle(connection, all);
        for (int reach = REACH; !open.isEmpty(); reach *= WIDER) {
            Map<Integer, List<Surroundings>> found = readings.around(connection, stretches(open), reach);
            open.entrySet().removeIf(one -> {
                MeterPosting posting = one.getKey().posting();
                return posting.enterAmong(found.getOrDefault(posting.meter().id(), List.of()), one.getValue());
            });
        }
    }

    private static List<Stretch> stretches(Map<Entering, List<Point>> open) {
        List<Place> places = new ArrayList<>();
        open.forEach((one, points) -> points.forEach(
                point -> places.add(new Place(one.posting().meter().id(), point.at()))));
        return Stretch.covering(places);
    }

    /** The readings that are new or take the place of stored ones, in time order. */
    private Map<Entering, List<Point>> settle(Connection connection, List<Entering> all) throws SQLException {
        Map<Entering, List<List<Point>>> late = new HashMap<>();
        Set<Place> places = new HashSet<>();
        for (Entering one : all) {
            List<List<Point>> claims = one.late();
            if (!claims.isEmpty()) {
                late.put(one, claims);
                claims.forEach(claim -> places.add(place(one, claim)));
            }
        }
        Map<Entering, List<Point>> settled = new HashMap<>();
        if (places.isEmpty()) {
            return settled;
        }
        Map<Place, Point> stored = readings.at(connection, places);
        Map<Place, List<Point>> aside = readings.asideAt(connection, disputed(late, stored));
        late.forEach((one, claims) -> {
            List<Point> ofMeter = new ArrayList<>();
            for (List<Point> claim : claims) {
                Place place = place(one, claim);
                one.posting()
                        .settle(stored.get(place), aside.getOrDefault(place, List.of()), claim)
                        .ifPresent(ofMeter::add);
            }
            if (!ofMeter.isEmpty()) {
                settled.put(one, ofMeter);
            }
        });
        return settled;
    }

    private static Set<Place> disputed(Map<Entering, List<List<Point>>> late, Map<Place, Point> stored) {
        Set<Place> disputed = new HashSet<>();
        late.forEach((one, claims) -> {
            for (List<Point> claim : claims) {
                Place place = place(one, claim);
                Point counting = stored.get(place);
                if (counting != null && claim.stream().anyMatch(point -> !point.agreesWith(counting))) {
                    disputed.add(place);
                }
            }
        });
        return disputed;
    }

    private static Place place(Entering one, List<Point> claim) {
        return new Place(one.posting().meter().id(), claim.get(0).at());
    }
}
