package io.kilowatch.simulators.feed;

/** A line of a feed that cannot be used, or not as a whole, and why. */
public record BadRow(String file, long line, String reason) {}
