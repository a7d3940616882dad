package io.kilowatch.deploy.bench.gateway;

import java.util.List;

/** Figures of repeated measures. */
final class Rounds {
    private Rounds() {}

    /** The median; of an even number, the mean of the two in the middle. */
    static double median(List<Double> figures) {
        double[] sorted =
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
