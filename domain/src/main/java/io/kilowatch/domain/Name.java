package io.kilowatch.domain;

/**
 * A name in both languages.
 *
 * @param zh Chinese
 * @param en English
 */
public record Name(String zh, String en) {}
