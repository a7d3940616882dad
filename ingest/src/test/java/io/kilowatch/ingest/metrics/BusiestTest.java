package io.kilowatch.ingest.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class BusiestTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final IngestMetrics metrics = new IngestMetrics(registry, 2);

    @Test
    void namesTheFewThatSentTheMostInTheLastWindowOnly() {
        for (int i = 1; i <= 1_000; i++) {
            metrics.accepted("E-" + i, i);
        }
        metrics.turnWindow();

        assertThat(registry.find(IngestMetrics.BUSIEST).gauges())
                .extracting(gauge -> gauge.getId().getTag("enterprise"))
                .containsExactlyInAnyOrder("E-1000", "E-999");
        assertThat(registry.get(IngestMetrics.BUSIEST)
                        .tag("enterprise", "E-1000")
                        .gauge()
                        .value())
                .isEqualTo(1_000);

        metrics.accepted("E-7", 1);
        metrics.turnWindow();

        assertThat(registry.find(IngestMetrics.BUSIEST).gauges())
                .extracting(gauge -> gauge.getId().getTag("enterprise"))
                .containsExactly("E-7");
    }
}
