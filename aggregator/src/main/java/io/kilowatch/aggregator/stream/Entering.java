package io.kilowatch.aggregator.stream;

import io.kilowatch.aggregator.ledger.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Readings of one meter on their way into its ledger, in time order: first those that lie among stored ones, then those
 * ahead of all of them.
 */
final class Entering {
    private final MeterPosting posting;
    private final List<Point> points;
    private final int ahead;
    private final List<List<Point>> late;

    Entering(MeterPosting posting, List<Point> points) {
        this.posting = posting;
        this.points = points;
        int first = 0;
        while (first < points.size()
                && !posting.meter().isAhead(points.get(first).at())) {
            first++;
        }
        this.ahead = first;
        this.late = byInstant(points.subList(0, ahead));
    }

    MeterPosting posting() {
        return posting;
    }

    /** Those that need to be entered among what is stored, by instant. */
    List<List<Point>> late() {
        return late;
    }

    /** The instants of those among stored ones where one says something else than what is stored, in time order. */
    List<Long> disputedAmong(Map<Long, Point> stored) {
        List<Long> disputed = new ArrayList<>(0);
        for (List<Point> claims : late) {
            Point there = stored.get(claims.get(0).at());
            if (there != null && claims.stream().anyMatch(claim -> !claim.agreesWith(there))) {
                disputed.add(there.at());
            }
        }
        return disputed;
    }

    /** Enters those that go on from all that is stored. */
    void enterAhead() {
        if (ahead == points.size()) {
            return;
        }
        List<Point> settled = new ArrayList<>(points.size() - ahead);
        for (List<Point> claims : byInstant(points.subList(ahead, points.size()))) {
            posting.settle(null, List.of(), claims).ifPresent(settled::add);
        }
        posting.enterAhead(settled);
    }

    private static List<List<Point>> byInstant(List<Point> points) {
        List<List<Point>> instants = new ArrayList<>(points.size());
        int from = 0;
        while (from < points.size()) {
            int to = from + 1;
            while (to < points.size() && points.get(to).at() == points.get(from).at()) {
                to++;
            }
            instants.add(points.subList(from, to));
            from = to;
        }
        return instants;
    }
}
