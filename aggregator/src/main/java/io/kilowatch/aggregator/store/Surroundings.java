package io.kilowatch.aggregator.store;

import io.kilowatch.aggregator.ledger.Timeline.Part;

/**
 * A part of a meter's readings with what it was read for.
 *
 * @param first the first place in it
 * @param last the last place in it
 */
public record Surroundings(long first, long last, Part part) {}
