package io.kilowatch.registry.topics;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A record of {@code energy.readings}, of which only what a gateway could have written is let through. */
public final class ReadingRecord {
    private static final int LONGEST_NAME = 200;
    /** 2200-01-01T00:00:00Z. */
    private static final long END_OF_TIME = 7_258_118_400_000L;

    private ReadingRecord() {}

    /**
     * The batch in it.
     *
     * @throws IOException if there is none, with a sentence that says why
     */
    public static ReadingBatch batch(@Nullable String key, byte @Nullable [] value) throws IOException {
        if (value == null) {
            throw new IOException("the record has no value");
        }
        ReadingBatch batch = ReadingBatchJson.decode(value);
        if (!batch.enterprise().equals(key)) {
            throw new IOException("the record's key is not the batch's enterprise");
        }
        if (!isName(batch.enterprise()) || !batch.readings().stream().allMatch(one -> isName(one.meter()))) {
            throw new IOException("a name is empty, longer than " + LONGEST_NAME + " or has a control character");
        }
        if (!isTime(batch.receivedAt()) || !batch.readings().stream().allMatch(one -> isTime(one.at()))) {
            throw new IOException("a time is outside the years 1970 to 2199");
        }
        return batch;
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isTime(long millis) {
        return millis >= 0 && millis < END_OF_TIME;
    }
}
