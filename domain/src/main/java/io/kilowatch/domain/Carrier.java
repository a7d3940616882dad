package io.kilowatch.domain;

/**
 * An energy carrier (能源品种).
 *
 * @param id the word in documents, such as {@code raw-coal}
 * @param name its names
 * @param dimension what its meters measure
 */
public record Carrier(String id, Name name, Dimension dimension) {}
