package io.kilowatch.simulators.replay;

import java.util.List;

/** Says what a gateway would refuse of a message, without sending it. */
public interface Examiner {

    /**
     * What would be refused.
     *
     * @param index the reading's place in the message; -1 is the message as a whole
     * @param code the refusal's code, as in receipts
     * @param message why, and how to mend it
     */
    record Finding(int index, String code, String message) {}

    /** Everything that would be refused of a device's message. */
    List<Finding> examine(String device, byte[] payload);
}
