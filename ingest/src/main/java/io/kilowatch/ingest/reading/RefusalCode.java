package io.kilowatch.ingest.reading;

import java.util.Locale;

/** Why a reading, or a whole message, is not accepted. */
public enum RefusalCode {
    /** The enterprise has no such meter. */
    UNKNOWN_METER,
    /** The meter is read by another device of the enterprise. */
    NOT_YOUR_METER,
    /** The time is no ISO 8601 time with offset, or lies before the first one that can be. */
    BAD_TIME,
    /** The time is after the gateway's own, by more than is tolerated. */
    TOO_FAR_IN_FUTURE,
    /** The value is missing or no decimal. */
    BAD_NUMBER,
    /** The value cannot be on such a meter, or its energy cannot be held exactly. */
    OUT_OF_RANGE,
    /** The value is of another kind than the meter's, or of several, or its source has an unknown word. */
    WRONG_KIND,
    /** The batch has more readings than are taken at once. */
    TOO_MANY,
    /** The message cannot be read as a batch at all. */
    MALFORMED,
    /** The payload is larger, or becomes larger when decompressed, than is taken. */
    TOO_LARGE,
    /** The code of a national record is none, or does not fit its scope. */
    BAD_CODE,
    /** A national record is of another frequency than the meter is registered with. */
    WRONG_PERIOD,
    /** The source itself marks the record as not valid. */
    MARKED_INVALID,
    /** A national record names another enterprise than its sender's. */
    NOT_YOUR_ENTERPRISE,
    /** The topic is not one that the device may publish to. */
    NOT_YOUR_TOPIC,
    /** No such device is registered; it sent by way of a broker of the site. */
    UNKNOWN_DEVICE;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word in receipts, rejections and metrics. */
    public String word() {
        return word;
    }
}
