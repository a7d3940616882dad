package io.kilowatch.aggregator.evidence;

import io.kilowatch.aggregator.evidence.MeterFile.Edges;
import io.kilowatch.aggregator.ledger.Mark;
import io.kilowatch.aggregator.ledger.Point;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One pass over a meter's readings that takes note of those worth showing. */
final class MeterPass {
    private static final int MOST_LISTED = 100;

    private final long start;
    private final long end;
    private final Map<Mark, Integer> counts = new EnumMap<>(Mark.class);
    private final List<Point> suspect = new ArrayList<>();
    private final List<Point> superseded = new ArrayList<>();
    private int supersededCount;
    private @Nullable Point before;
    private @Nullable Point first;
    private @Nullable Point last;
    private @Nullable Point after;

    MeterPass(long start, long end) {
        this.start = start;
        this.end = end;
    }

    void take(Point point) {
        if (point.at() < start) {
            before = point;
        } else if (point.at() >= end) {
            after = after == null ? point : after;
        } else {
            first = first == null ? point : first;
            last = point;
            counts.merge(point.mark(), 1, Integer::sum);
            if (!point.mark().counts() && suspect.size() < MOST_LISTED) {
                suspect.add(point);
            }
        }
    }

    void takeSuperseded(Point claim) {
        if (claim.at() >= start && claim.at() < end) {
            supersededCount++;
            if (superseded.size() < MOST_LISTED) {
                superseded.add(claim);
            }
        }
    }

    Edges edges() {
        return new Edges(
                Optional.ofNullable(before),
                Optional.ofNullable(first),
                Optional.ofNullable(last),
                Optional.ofNullable(after));
    }

    Map<Mark, Integer> counts() {
        return counts;
    }

    List<Point> suspect() {
        return suspect;
    }

    List<Point> superseded() {
        return superseded;
    }

    int supersededCount() {
        return supersededCount;
    }
}
