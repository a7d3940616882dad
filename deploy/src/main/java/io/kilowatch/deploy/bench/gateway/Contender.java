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
    /** Readings acknowledged a second by a fleet that keeps its windows full. */
    double readingsPerSecond(Fleet fleet, Duration warmUp, Duration round) throws InterruptedException {
        long before = stored.records();
        LoadResult result = Clean.checked(fleet.run(Flow.closed(warmUp, round)), fleet);
        stored.check(before, result.acknowledged());
        return result.readingsPerSecond();
    }
}
