package io.kilowatch.aggregator.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A figure over time, or of several things side by side.
 *
 * @param title what it shows, with the unit
 * @param points its points, in order
 * @param form how it is drawn
 */
record Chart(String title, List<Point> points, Form form) {
    /** Copies its points. */
    Chart {
        points = List.copyOf(points);
    }

    /** How a chart is drawn. */
    enum Form {
        /** A line, with the limit as a second one. */
        LINE,
        /** Upright bars from nothing. */
        BARS
    }

    /**
     * One point.
     *
     * @param label below it
     * @param value its figure; absent for a gap
     * @param limit the limit there
     */
    record Point(String label, Optional<BigDecimal> value, Optional<BigDecimal> limit) {}
}
