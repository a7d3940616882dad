package io.kilowatch.registry.topics;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** What is told of a device: a record of {@code energy.devices}. Times are milliseconds since 1970 UTC. */
public sealed interface DeviceEvent {
    /** The credit code. */
    String enterprise();

    /** The device's id. */
    String device();

    /** When it was. */
    long at();

    /** The key of its record. */
    default String key() {
        return enterprise() + '/' + device();
    }

    /** What is told of a connection. */
    sealed interface OfConnection extends DeviceEvent {
        /** The connection. */
        DeviceLink link();
    }

    /**
     * A connection has begun.
     *
     * @param within after so many milliseconds at most something is told of it again
     */
    record Online(String enterprise, String device, long at, DeviceLink link, long within) implements OfConnection {}

    /**
     * A connection has ended.
     *
     * @param ending how
     * @param will what the device wanted told if it ended so
     */
    record Offline(String enterprise, String device, long at, DeviceLink link, Ending ending, Optional<Will> will)
            implements OfConnection {}

    /**
     * What came over a connection since something was told of it last; also told, with no messages, of one that is open.
     *
     * @param from since when
     * @param within after so many milliseconds at most something is told of it again
     * @param work what came
     */
    record Activity(String enterprise, String device, long at, DeviceLink link, long from, long within, Work work)
            implements OfConnection {}

    /**
     * The device, or somebody in its name, was not let in.
     *
     * @param from since when
     * @param address where the last one came from
     * @param reasons how often, by reason
     */
    record LoginRefused(
            String enterprise, String device, long at, long from, String address, Map<String, Integer> reasons)
            implements DeviceEvent {
        /** Copies its map. */
        public LoginRefused {
            reasons = Map.copyOf(reasons);
        }
    }

    /**
     * The refused readings of a batch were taken in again.
     *
     * @param rejected which batch
     * @param request the id of the request
     * @param by who wanted it
     * @param accepted how many were accepted now
     * @param refused what was refused again
     */
    record Redriven(
            String enterprise,
            String device,
            long at,
            RejectedId rejected,
            UUID request,
            String by,
            int accepted,
            List<RejectedBatch.Refused> refused)
            implements DeviceEvent {
        /** Copies its list. */
        public Redriven {
            refused = List.copyOf(refused);
        }
    }

    /** How a connection ended. */
    enum Ending {
        /** The device said goodbye. */
        CLIENT,
        /** The device said goodbye and wanted its will told. */
        WILL,
        /** The connection broke without a word. */
        LOST,
        /** The device was silent for longer than it had promised. */
        KEEP_ALIVE,
        /** The same client connected again. */
        TAKEN_OVER,
        /** The device sent what the protocol does not allow. */
        ERROR,
        /** The gateway ended it: its own end, or a device that may come in no longer. */
        GATEWAY;

        private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

        /** The word in events and answers. */
        public String word() {
            return word;
        }

        /** The one of a word; {@link #LOST} for a word that is not known. */
        public static Ending of(String word) {
            for (Ending ending : values()) {
                if (ending.word.equals(word)) {
                    return ending;
                }
            }
            return LOST;
        }
    }

    /**
     * What a device wanted told if its connection breaks.
     *
     * @param topic the topic
     * @param bytes how long the payload was
     * @param payload the beginning of the payload
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Will(String topic, int bytes, byte[] payload) {}

    /**
     * What came over a connection. Offsets are those of the device's clock: when a batch was received less when it says it
     * was sent, in milliseconds.
     *
     * @param messages how many messages
     * @param bytes how many bytes of payload
     * @param accepted how many readings were accepted
     * @param refused how many readings and messages were refused, by code
     * @param receivedAt when the last message was received
     * @param newest the time of the newest reading accepted
     * @param lateness when the last batch with an accepted reading was received less the time of its newest one, in
     *     milliseconds
     * @param offset the last clock offset
     * @param medianOffset the median of the last clock offsets
     */
    record Work(
            int messages,
            long bytes,
            int accepted,
            Map<String, Integer> refused,
            OptionalLong receivedAt,
            OptionalLong newest,
            OptionalLong lateness,
            OptionalLong offset,
            OptionalLong medianOffset) {
        /** Copies its map. */
        public Work {
            refused = Map.copyOf(refused);
        }
    }
}
