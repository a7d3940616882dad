package io.kilowatch.ingest.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The enterprises that sent the most readings in the last window.
 *
 * <p>All are counted, which only registered ones can be, but no more than a few have a gauge at a time.
 */
final class Busiest {
    private final int most;
    private final MultiGauge gauge;
    private volatile Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    private record Rank(String enterprise, long readings) {}

    Busiest(MeterRegistry registry, String name, int most) {
        this.most = most;
        this.gauge = MultiGauge.builder(name)
                .description("readings accepted in the last window, of the busiest enterprises")
                .register(registry);
    }

    void add(String enterprise, int readings) {
        if (most > 0) {
            counts.computeIfAbsent(enterprise, code -> new LongAdder()).add(readings);
        }
    }

    /** Ends the window: its busiest have a gauge until the next call. */
    void turn() {
        Map<String, LongAdder> ended = counts;
        counts = new ConcurrentHashMap<>();
        List<Rank> ranks = ended.entrySet().stream()
                .map(entry -> new Rank(entry.getKey(), entry.getValue().sum()))
                .filter(rank -> rank.readings() > 0)
                .sorted(Comparator.comparingLong(Rank::readings).reversed().thenComparing(Rank::enterprise))
                .limit(most)
                .toList();
        gauge.register(
                ranks.stream()
                        .map(rank -> MultiGauge.Row.of(Tags.of("enterprise", rank.enterprise()), rank.readings()))
                        .toList(),
                true);
    }
}
