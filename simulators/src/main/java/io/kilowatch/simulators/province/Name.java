package io.kilowatch.simulators.province;

/** A name in the two languages of the registry. */
public record Name(String zh, String en) {}
