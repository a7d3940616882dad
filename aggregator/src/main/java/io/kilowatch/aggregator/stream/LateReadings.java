package io.kilowatch.aggregator.stream;

import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.store.Readings;
import io.kilowatch.aggregator.store.Stretch;
import io.kilowatch.aggregator.store.Surroundings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Enters readings that lie among stored ones.
 *
 * <p>What repeats a stored reading is put aside at once. For the others as many stored readings are read around them as it
 * takes until nothing further on can change: mostly a few.
 */
final class LateReadings {
    private static final long HOUR = 3_600_000L;
    private static final long LONGEST_STEP = 2 * HOUR;
    private static final long MARGIN = 4 * HOUR;
    private static final int REACH = 3;
    private static final int WIDER = 16;

    private final Readings readings = new Readings();

    void enter(Connection connection, List<Entering> all) throws SQLException {
        Map<Entering, List<Point>> open = settle(connection, all);
        for (int reach = REACH; !open.isEmpty(); reach *= WIDER) {
            List<Stretch> stretches = new ArrayList<>();
            open.forEach((one, points) -> stretches.addAll(
                    stretches(one, points.stream().map(Point::at).toList())));
            Map<Integer, Long> latest = new HashMap<>();
            open.keySet()
                    .forEach(one -> latest.put(
                            one.posting().meter().id(), one.posting().meter().latest()));
            var around = Surroundings.of(connection, stretches, latest, MARGIN, reach);
            open.entrySet().removeIf(one -> {
                MeterPosting posting = one.getKey().posting();
                return posting.enterAmong(around.getOrDefault(posting.meter().id(), List.of()), one.getValue());
            });
        }
    }

    private static List<Stretch> stretches(Entering one, List<Long> instants) {
        return Stretch.covering(one.posting().meter().id(), instants, LONGEST_STEP);
    }

    /** The readings that are new or take the place of stored ones, in time order. */
    private Map<Entering, List<Point>> settle(Connection connection, List<Entering> all) throws SQLException {
        Map<Entering, List<List<Point>>> late = new LinkedHashMap<>();
        for (Entering one : all) {
            if (!one.late().isEmpty()) {
                late.put(one, one.late());
            }
        }
        Map<Entering, List<Point>> settled = new LinkedHashMap<>();
        Map<Entering, Map<Long, List<Point>>> aside = new HashMap<>();
        Map<Entering, List<Point>> stored = stored(connection, late, aside);
        late.forEach((one, instants) -> {
            List<Point> ofMeter = settle(
                    one.posting(), instants, stored.getOrDefault(one, List.of()), aside.getOrDefault(one, Map.of()));
            if (!ofMeter.isEmpty()) {
                settled.put(one, ofMeter);
            }
        });
        return settled;
    }

    private static List<Point> settle(
            MeterPosting posting, List<List<Point>> instants, List<Point> stored, Map<Long, List<Point>> aside) {
        List<Point> settled = new ArrayList<>();
        int next = 0;
        for (List<Point> claims : instants) {
            long at = claims.get(0).at();
            while (next < stored.size() && stored.get(next).at() < at) {
                next++;
            }
            Point counting = next < stored.size() && stored.get(next).at() == at ? stored.get(next) : null;
            posting.settle(counting, aside.getOrDefault(at, List.of()), claims).ifPresent(settled::add);
        }
        return settled;
    }

    /** The readings stored near those that enter, in time order; and what is aside where they say something else. */
    private Map<Entering, List<Point>> stored(
            Connection connection,
            Map<Entering, List<List<Point>>> late,
            Map<Entering, Map<Long, List<Point>>> asideFound)
            throws SQLException {
        List<Stretch> stretches = new ArrayList<>();
        List<Entering> ofStretch = new ArrayList<>();
        late.forEach((one, instants) -> {
            for (Stretch stretch : stretches(
                    one, instants.stream().map(claims -> claims.get(0).at()).toList())) {
                stretches.add(stretch);
                ofStretch.add(one);
            }
        });
        Map<Entering, List<Point>> stored = new HashMap<>();
        readings.within(
                connection,
                stretches,
                (point, number) -> stored.computeIfAbsent(ofStretch.get(number), one -> new ArrayList<>())
                        .add(point));
        stored.values().forEach(points -> points.sort(Comparator.comparingLong(Point::at)));
        List<Stretch> disputed = new ArrayList<>();
        List<Entering> ofDisputed = new ArrayList<>();
        stored.forEach((one, points) -> {
            List<Long> instants = one.disputedAmong(points);
            for (Stretch stretch : stretches(one, instants)) {
                disputed.add(stretch);
                ofDisputed.add(one);
            }
        });
        readings.asideWithin(
                connection,
                disputed,
                (point, number) -> asideFound
                        .computeIfAbsent(ofDisputed.get(number), one -> new HashMap<>())
                        .computeIfAbsent(point.at(), at -> new ArrayList<>())
                        .add(point));
        return stored;
    }
}
