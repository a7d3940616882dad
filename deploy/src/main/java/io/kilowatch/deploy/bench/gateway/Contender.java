package io.kilowatch.deploy.bench.gateway;

import io.kilowatch.simulators.load.Fleet;
import io.kilowatch.simulators.load.Flow;
import io.kilowatch.simulators.load.LoadResult;
import java.time.Duration;

/**
 * One of the two whose rates are compared.
 *
 * @param server where devices connect to
 * @param stored where it must have stored what it acknowledges
 */
record Contender(ServerProcess server, Stored stored) {
    private static final double NANOS_PER_MICRO = 1e3;

    /**
     * What came of a round.
     *
     * @param readingsPerSecond readings acknowledged a second
     * @param microsPerMessage what processors worked for each message, at the server, at Kafka and at the load
     */
    record Round(double readingsPerSecond, double microsPerMessage) {}

    /** A round of a fleet that keeps its windows full. */
    Round round(Fleet fleet, Duration warmUp, Duration duration) throws InterruptedException {
        fleet.run(Flow.closed(Duration.ofMillis(1), warmUp));
        long before = stored.records();
        long worked = server.processorNanos();
        LoadResult result = Clean.checked(fleet.run(Flow.closed(Duration.ofMillis(1), duration)), fleet);
        double micros = (server.processorNanos() - worked) / NANOS_PER_MICRO;
        stored.check(before, result.acknowledged());
        return new Round(result.readingsPerSecond(), micros / result.latency().count());
    }
}
