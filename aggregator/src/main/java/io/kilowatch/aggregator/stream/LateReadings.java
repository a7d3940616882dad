package io.kilowatch.aggregator.stream;

import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.store.Neighbourhoods;
import io.kilowatch.aggregator.store.Readings;
import io.kilowatch.aggregator.store.Stretch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Enters readings that lie among stored ones.
 *
 * <p>What repeats a stored reading is put aside at once. For the others as many stored readings are read around them as it
 * takes until nothing further on can change: mostly a few. Single readings are looked for together with what lies around
 * them; of a long run of readings, which mostly repeats what is stored, first only the run itself.
 */
final class LateReadings {
    private static final long HOUR = 3_600_000L;
    private static final long LONGEST_STEP = 2 * HOUR;
    private static final long MARGIN = 5 * HOUR / 2;
    private static final int LONG_RUN = 8;
    private static final int REACH = 2;
    private static final int WIDER = 16;

    private final Readings readings = new Readings();

    /** The late readings of one meter: their stretches by number, and those that are new or take another's place. */
    private static final class Late {
        private final Entering entering;
        private final int firstStretch;
        private final int lastStretch;
        private final List<Point> settled = new ArrayList<>();

        Late(Entering entering, int firstStretch, int lastStretch) {
            this.entering = entering;
            this.firstStretch = firstStretch;
            this.lastStretch = lastStretch;
        }

        boolean has(int stretch) {
            return stretch >= firstStretch && stretch <= lastStretch;
        }
    }

    void enter(Connection connection, List<Entering> all) throws SQLException {
        Neighbourhoods found = new Neighbourhoods();
        List<Late> late = new ArrayList<>();
        for (Entering one : all) {
            if (!one.late().isEmpty()) {
                late.add(stretches(one, found));
            }
        }
        if (late.isEmpty()) {
            return;
        }
        found.look(connection);
        settle(connection, late, found);
        late.removeIf(one -> one.settled.isEmpty());
        for (int reach = REACH; !late.isEmpty(); reach *= WIDER) {
            TreeMap<Integer, Late> open = new TreeMap<>();
            late.forEach(one -> open.put(one.firstStretch, one));
            var around = found.reaching(connection, number -> needed(open, number), reach);
            late.removeIf(one -> {
                MeterPosting posting = one.entering.posting();
                return posting.enterAmong(around.getOrDefault(posting.meter().id(), List.of()), one.settled);
            });
        }
    }

    private static boolean needed(TreeMap<Integer, Late> open, int stretch) {
        Map.Entry<Integer, Late> floor = open.floorEntry(stretch);
        return floor != null && floor.getValue().has(stretch);
    }

    private static Late stretches(Entering one, Neighbourhoods found) {
        MeterLedger meter = one.posting().meter();
        List<Long> instants =
                one.late().stream().map(claims -> claims.get(0).at()).toList();
        List<Stretch> stretches = Stretch.covering(meter.id(), instants, LONGEST_STEP);
        boolean areRuns = instants.size() >= LONG_RUN * stretches.size();
        int first = -1;
        int last = -1;
        for (Stretch stretch : stretches) {
            last = found.add(stretch, meter.latest(), areRuns ? 0 : MARGIN);
            first = first < 0 ? last : first;
        }
        return new Late(one, first, last);
    }

    private void settle(Connection connection, List<Late> late, Neighbourhoods found) throws SQLException {
        Map<Late, Map<Long, Point>> stored = new LinkedHashMap<>();
        List<Stretch> disputed = new ArrayList<>();
        List<Late> ofDisputed = new ArrayList<>();
        for (Late one : late) {
            Map<Long, Point> points = new HashMap<>();
            for (int number = one.firstStretch; number <= one.lastStretch; number++) {
                found.points(number).forEach(point -> points.put(point.at(), point));
            }
            stored.put(one, points);
            for (Stretch stretch : Stretch.covering(
                    one.entering.posting().meter().id(), one.entering.disputedAmong(points), LONGEST_STEP)) {
                disputed.add(stretch);
                ofDisputed.add(one);
            }
        }
        Map<Late, Map<Long, List<Point>>> aside = new HashMap<>();
        readings.asideWithin(
                connection,
                disputed,
                (point, number) -> aside.computeIfAbsent(ofDisputed.get(number), one -> new HashMap<>())
                        .computeIfAbsent(point.at(), at -> new ArrayList<>())
                        .add(point));
        stored.forEach((one, points) -> {
            Map<Long, List<Point>> asideThere = aside.getOrDefault(one, Map.of());
            for (List<Point> claims : one.entering.late()) {
                long at = claims.get(0).at();
                one.entering
                        .posting()
                        .settle(points.get(at), asideThere.getOrDefault(at, List.of()), claims)
                        .ifPresent(one.settled::add);
            }
        });
    }
}
