package io.kilowatch.ingest.reading;

import io.kilowatch.domain.Name;
import io.kilowatch.registry.topics.RejectedBatch;

/**
 * One thing refused.
 *
 * @param index the reading's place in its batch, from 0; {@link #WHOLE} for the whole message
 * @param meter the meter as the device named it, cut to a sensible length; may be empty
 * @param code why
 * @param message a sentence for the device's engineer
 */
public record Refusal(int index, String meter, RefusalCode code, Name message) {
    /** The index of a whole message. */
    public static final int WHOLE = -1;

    private static final int LONGEST = 64;

    /** Cuts the meter's name, which comes from outside. */
    public Refusal {
        meter = cut(meter);
    }

    /** A whole message refused. */
    public static Refusal whole(RefusalCode code, Name message) {
        return new Refusal(WHOLE, "", code, message);
    }

    /** The same as it is told to other services. */
    public RejectedBatch.Refused told() {
        return new RejectedBatch.Refused(index, meter, code.word(), message);
    }

    /** Text from outside, cut so that it can be repeated. */
    static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(LONGEST - 1));
        return text.substring(0, splits ? LONGEST - 1 : LONGEST) + '…';
    }
}
