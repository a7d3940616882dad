package io.kilowatch.ingest.intake;

import io.kilowatch.registry.topics.RejectedBatch;
import java.util.List;

/**
 * A user property of an MQTT 5 message, carried along as a header of the records that it becomes.
 *
 * @param name its name
 * @param value its value
 */
public record UserProperty(String name, String value) {
    private static final int MOST = 32;
    private static final int MOST_CHARACTERS = 4_096;

    /** Those of a message that are carried along: the first 32, and 4,096 characters in all. */
    public static List<UserProperty> carried(List<UserProperty> given) {
        int count = 0;
        int characters = 0;
        for (UserProperty property : given) {
            characters += property.name.length() + property.value.length();
            if (count == MOST || characters > MOST_CHARACTERS) {
                break;
            }
            count++;
        }
        return given.subList(0, count);
    }

    /** As it was kept with a rejected message. */
    public static UserProperty of(RejectedBatch.Property kept) {
        return new UserProperty(kept.name(), kept.value());
    }

    RejectedBatch.Property told() {
        return new RejectedBatch.Property(name, value);
    }
}
