package io.kilowatch.ingest.bridge;

import io.kilowatch.ingest.access.Identity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who publishes to a topic {@code kw/v1/enterprise/device/…}, which is all that a broker tells of the sender.
 *
 * @param from the sender; if the topic names none, what is left of its names, so that they fit wherever names do
 * @param wellFormed whether the topic names one
 */
record DeviceTopic(Identity from, boolean wellFormed) {
    /** What devices publish to. */
    private static final List<String> KINDS = List.of("readings", "nhjc", "time");

    private static final int LEVELS = 5;
    private static final int ENTERPRISE = 2;
    private static final int DEVICE = 3;
    private static final Pattern ENTERPRISE_CODE = Pattern.compile("[0-9A-Z]{18}");
    private static final Pattern DEVICE_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int LONGEST_NAME = 64;

    /** The subscriptions of a bridge, shared if it is one of a group. */
    static List<String> filters(Optional<String> group) {
        String shared = group.map(name -> "$share/" + name + '/').orElse("");
        return KINDS.stream().map(kind -> shared + "kw/v1/+/+/" + kind).toList();
    }

    static DeviceTopic of(String topic) {
        String[] levels = topic.split("/", -1);
        String enterprise = levels.length == LEVELS ? levels[ENTERPRISE] : "";
        String device = levels.length == LEVELS ? levels[DEVICE] : "";
        boolean fine = ENTERPRISE_CODE.matcher(enterprise).matches()
                && DEVICE_ID.matcher(device).matches();
        return new DeviceTopic(new Identity(tame(enterprise), tame(device)), fine);
    }

    private static String tame(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9_-]", "_");
        return Optional.of(safe.substring(0, Math.min(safe.length(), LONGEST_NAME)))
                .filter(left -> !left.isEmpty())
                .orElse("_");
    }
}
