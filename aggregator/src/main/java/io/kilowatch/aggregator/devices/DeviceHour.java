package io.kilowatch.aggregator.devices;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What came of a device in an hour.
 *
 * @param at the hour's beginning
 * @param messages messages
 * @param bytes bytes of payload
 * @param accepted readings accepted
 * @param refused readings and messages refused
 * @param refusals the same by code
 * @param loginsRefused sign-ins in its name that were refused
 * @param lateness the lateness of the last batch, in milliseconds
 * @param medianOffset the clock offset, in milliseconds
 */
public record DeviceHour(
        Instant at,
        long messages,
        long bytes,
        long accepted,
        long refused,
        Map<String, Long> refusals,
        long loginsRefused,
        OptionalLong lateness,
        OptionalLong medianOffset) {
    /** Copies its map. */
    public DeviceHour {
        refusals = Map.copyOf(refusals);
    }
}
