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
     * @param others the share of the processors that somebody else had, 0 to 1
     */
    record Round(double readingsPerSecond, double microsPerMessage, double others) {}

    /** A round of a fleet that keeps its windows full. */
    Round round(Fleet fleet, Duration warmUp, Duration duration) throws InterruptedException {
        fleet.run(Flow.closed(Duration.ofMillis(1), warmUp));
        long before = stored.records();
        long ours = server.processorNanos();
        double busy = Processors.busyNanos();
        long began = System.nanoTime();
        LoadResult result = Clean.checked(fleet.run(Flow.closed(Duration.ofMillis(1), duration)), fleet);
        double nanos = System.nanoTime() - began;
        double worked = server.processorNanos() - ours;
        double others = Processors.othersShare(Processors.busyNanos() - busy, worked, nanos);
        stored.check(before, result.acknowledged());
        return new Round(
                result.readingsPerSecond(),
                worked / NANOS_PER_MICRO / result.latency().count(),
                others);
    }
}
