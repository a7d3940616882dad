package io.kilowatch.domain;

/**
 * Why an indicator cannot be judged.
 *
 * @param code a stable word such as {@code incomplete}
 * @param text a sentence in both languages
 */
public record Reason(String code, Name text) {}
