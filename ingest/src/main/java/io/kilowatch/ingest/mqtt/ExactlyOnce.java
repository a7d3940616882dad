package io.kilowatch.ingest.mqtt;

import java.util.HashMap;
import java.util.Map;

/** The QoS 2 messages of a session, from PUBLISH to PUBREL, so that a repeated PUBLISH is not taken in twice. */
final class ExactlyOnce {
    private final Map<Integer, Step> steps = new HashMap<>();

    /** Where a message is. */
    enum Step {
        /** Seen for the first time. */
        NEW,
        /** Taken in, not stored yet. */
        COMING,
        /** Stored, PUBREC sent, waiting for PUBREL. */
        RECEIVED
    }

    /** Where the message of a packet id is; a new one is coming from now on. */
    Step published(int packetId) {
        Step before = steps.putIfAbsent(packetId, Step.COMING);
        return before == null ? Step.NEW : before;
    }

    /** A message is stored; if the client does not go on with PUBREL its packet id is free again. */
    void stored(int packetId, boolean releaseFollows) {
        if (releaseFollows) {
            steps.put(packetId, Step.RECEIVED);
        } else {
            steps.remove(packetId);
        }
    }

    /** PUBREL came; false if no message waited for it. */
    boolean released(int packetId) {
        return steps.remove(packetId, Step.RECEIVED);
    }

    /** How many wait for PUBREL or to be stored. */
    int size() {
        return steps.size();
    }
}
