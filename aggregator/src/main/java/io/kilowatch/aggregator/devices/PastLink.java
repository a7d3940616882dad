package io.kilowatch.aggregator.devices;

import io.kilowatch.registry.topics.DeviceEvent.Will;
import java.time.Instant;
import java.util.Optional;

/**
 * A connection of a device and what came over it.
 *
 * @param link the connection
 * @param toldAt when something was last told of it
 * @param will what the device wanted told when it broke
 * @param messages messages
 * @param accepted readings accepted
 * @param refused readings and messages refused
 */
public record PastLink(
        DeviceHealth.Link link, Instant toldAt, Optional<Will> will, long messages, long accepted, long refused) {}
