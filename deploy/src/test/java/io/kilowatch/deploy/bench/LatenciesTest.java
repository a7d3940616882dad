package io.kilowatch.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void aHundredthIsSlowerThanTheNinetyNinthPercentile() {
        List<Long> nanos = LongStream.rangeClosed(1, 100)
                .map(milli -> milli * 1_000_000)
                .boxed()
                .toList();

        List<Measurement> all = new Latencies(nanos).measurements("x", 1_000);

        assertThat(all).extracting(Measurement::name).containsExactly("x.p50", "x.p99", "x.max");
        assertThat(all).extracting(Measurement::value).containsExactly(50.0, 99.0, 100.0);
    }

    @Test
    void theOnlyTimeIsEveryPercentile() {
        assertThat(new Latencies(List.of(2_000_000L)).measurements("x", 1_000))
                .extracting(Measurement::value)
                .containsExactly(2.0, 2.0, 2.0);
    }
}
