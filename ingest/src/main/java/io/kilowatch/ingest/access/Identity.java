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
    private static final String READINGS = "/readings";
    private static final String NATIONAL = "/nhjc";
    private static final String TIME = "/time";

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
        return PREFIX + user() + READINGS;
    }

    /** The topic on which it asks for the time; the answer is a receipt. */
    public String timeTopic() {
        return PREFIX + user() + TIME;
    }

    /** Whether a topic is that of its readings; makes no text, because every message asks. */
    public boolean isReadingsTopic(String topic) {
        return isOwn(topic, READINGS);
    }

    /** The topic that it publishes to in the format of the national upload record. */
    public String nationalTopic() {
        return PREFIX + user() + NATIONAL;
    }

    /** Whether a topic is that of its national upload records. */
    public boolean isNationalTopic(String topic) {
        return isOwn(topic, NATIONAL);
    }

    /** Whether a topic is that on which it asks for the time. */
    public boolean isTimeTopic(String topic) {
        return isOwn(topic, TIME);
    }

    private boolean isOwn(String topic, String end) {
        int slash = PREFIX.length() + enterprise.length();
        return topic.length() == slash + 1 + device.length() + end.length()
                && topic.charAt(slash) == '/'
                && topic.startsWith(device, slash + 1)
                && topic.startsWith(enterprise, PREFIX.length())
                && topic.startsWith(PREFIX)
                && topic.endsWith(end);
    }

    /** The topic that its receipts come on. */
    public String receiptsTopic() {
        return PREFIX + user() + "/receipts";
    }
}
