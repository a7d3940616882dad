package io.kilowatch.simulators.feeder;

import java.time.Instant;

/**
 * What the simulated devices measured of their own sending.
 *
 * @param acknowledged readings the gateway has
 * @param perSecond acknowledged readings a second, lately
 * @param refused readings that receipts named as refused
 * @param clock what the simulated clock shows
 * @param sentUntil the quarter hour up to which every device's readings are acknowledged
 * @param caughtUp whether the clock shows real time
 */
public record FeedStatistics(
        long acknowledged, double perSecond, long refused, Instant clock, Instant sentUntil, boolean caughtUp) {}
