package io.kilowatch.ingest.access;

import java.util.Optional;

/**
 * A device of an enterprise, as it names itself.
 *
 * @param enterprise the credit code
 * @param device the device's id
 */
public record Identity(String enterprise, String device) {
    private static final int LONGEST = 18 + 1 + 64;
    private static final String PREFIX = "kw/v1/";

    /** The identity of a user name {@code enterprise/device}; empty if it is not of that form. */
    public static Optional<Identity> parse(String user) {
        int slash = user.indexOf('/');
        if (slash < 1 || slash == user.length() - 1 || slash != user.lastIndexOf('/') || user.length() > LONGEST) {
            return Optional.empty();
        }
        return Optional.of(new Identity(user.substring(0, slash), user.substring(slash + 1)));
    }

    /** The user name. */
    public String user() {
        return enterprise + '/' + device;
    }

    /** The topic that it publishes batches to. */
    public String readingsTopic() {
        return PREFIX + user() + "/readings";
    }

    /** The topic on which it asks for the time; the answer is a receipt. */
    public String timeTopic() {
        return PREFIX + user() + "/time";
    }

    /** The topic that its receipts come on. */
    public String receiptsTopic() {
        return PREFIX + user() + "/receipts";
    }
}
