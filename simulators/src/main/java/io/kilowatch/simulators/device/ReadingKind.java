package io.kilowatch.simulators.device;

/** What a reading's number means; the constants' names in lower case are the JSON members. */
public enum ReadingKind {
    /** A cumulative counter at an instant. */
    REGISTER("register"),
    /** What flowed in the interval that starts at the reading's time. */
    AMOUNT("amount"),
    /** An instantaneous value. */
    POWER("power");

    private final String member;

    ReadingKind(String member) {
        this.member = member;
    }

    /** The word used in messages, registry documents and mappings. */
    public String member() {
        return member;
    }
}
