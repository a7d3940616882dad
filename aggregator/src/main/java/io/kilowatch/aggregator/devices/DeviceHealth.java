package io.kilowatch.aggregator.devices;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a device is.
 *
 * @param device which
 * @param seenAt when something was last heard of it
 * @param messageAt when its last message was received
 * @param readingAt the time of its newest reading
 * @param lateness from the newest reading of its last batch to its receipt, in milliseconds
 * @param offset how far its clock is behind the gateway's, the way included, in milliseconds, of its last batch
 * @param medianOffset the median of that over its last batches
 * @param refusedLogin when it was last not let in, if ever
 * @param link its newest connection
 * @param day what came of it in the 24 hours before it was last heard of
 */
public record DeviceHealth(
        DeviceKey device,
        Optional<Instant> seenAt,
        Optional<Instant> messageAt,
        Optional<Instant> readingAt,
        OptionalLong lateness,
        OptionalLong offset,
        OptionalLong medianOffset,
        Optional<RefusedLogin> refusedLogin,
        Optional<Link> link,
        Day day) {
    /** From how far on a clock is wrong, in milliseconds. */
    public static final long WRONG_CLOCK = 60_000;

    /** From how much on readings are late, in milliseconds. */
    public static final long LATE = 3_600_000;

    /** One of which nothing is known. */
    public static DeviceHealth unknown(DeviceKey device) {
        return new DeviceHealth(
                device,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                new Day(0, 0, 0));
    }

    /** Whether it is there. */
    public Status status() {
        if (link.isEmpty()) {
            return Status.NEVER;
        }
        if (link.get().offlineAt().isPresent()) {
            return Status.OFFLINE;
        }
        return link.get().fresh() ? Status.ONLINE : Status.UNHEARD;
    }

    /** Whether there is a device. */
    public enum Status {
        /** It is connected. */
        ONLINE,
        /** It was connected, and nothing was heard of that for longer than it should be: its gateway may be gone. */
        UNHEARD,
        /** It is not connected. */
        OFFLINE,
        /** It was never seen. */
        NEVER;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** The word in answers. */
        public String word() {
            return word;
        }

        /** The one of a word; throws {@link IllegalArgumentException} for another. */
        public static Status parse(String word) {
            for (Status status : values()) {
                if (status.word.equals(word)) {
                    return status;
                }
            }
            throw new IllegalArgumentException("no status " + word);
        }
    }

    /**
     * A sign-in in its name that was refused.
     *
     * @param at when
     * @param why why, as a word
     * @param address where it came from
     */
    public record RefusedLogin(Instant at, String why, String address) {}

    /**
     * A connection.
     *
     * @param connection the gateway's id of it
     * @param protocol its protocol
     * @param address where it comes from
     * @param onlineAt when it began
     * @param offlineAt when it ended
     * @param ending how it ended, as a word
     * @param fresh whether it is open and was heard of lately
     */
    public record Link(
            String connection,
            String protocol,
            String address,
            Instant onlineAt,
            Optional<Instant> offlineAt,
            Optional<String> ending,
            boolean fresh) {}

    /**
     * What came in a day.
     *
     * @param messages messages
     * @param accepted readings accepted
     * @param refused readings and messages refused
     */
    public record Day(long messages, long accepted, long refused) {}
}
