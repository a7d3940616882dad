package io.kilowatch.simulators.run;

import java.time.Instant;

/**
 * What the simulated devices measured of their own sending.
 *
 * @param acknowledged readings the gateway has
 * @param perSecond acknowledged readings a second, lately
 * @param refused readings that receipts named as refused
 * @param clock what the simulated clock shows
 * @param sentUntil up to when everything that every device has to send is acknowledged, in simulated time
 * @param caughtUp whether the clock shows real time
 * @param share the part of the scenario that is done, 0 to 1; 0 where it has no end
 * @param finished whether every device has done all it has to do
 */
public record RunStatistics(
        long acknowledged,
        double perSecond,
        long refused,
        Instant clock,
        Instant sentUntil,
        boolean caughtUp,
        double share,
        boolean finished) {}
