package io.kilowatch.registry.topics;

/**
 * The connection that something is told of.
 *
 * @param channel its id and protocol
 * @param address where it comes from; empty if it is not known
 * @param number the number of what is told within the connection, from 0, so that a repetition is known by it
 */
public record DeviceLink(Channel channel, String address, long number) {}
