package io.kilowatch.deploy.feed;

import io.kilowatch.registry.topics.ReadingBatch;
import io.kilowatch.registry.topics.ReadingRecord;
import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads batches off the topic; records that are none are told, the first ones each and all of them by their number. */
final class PoisonList {
    private static final int TOLD = 20;

    private final FeedProgress progress;
    private long count;

    PoisonList(FeedProgress progress) {
        this.progress = progress;
    }

    /** The batch of a record; nothing if it is none. */
    Optional<ReadingBatch> read(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(batch(record));
        } catch (IOException e) {
            count++;
            if (count <= TOLD) {
                progress.tell("跳过 / skipped: partition " + record.partition() + ", offset " + record.offset() + ": "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            }
            return Optional.empty();
        }
    }

    private static ReadingBatch batch(ConsumerRecord<String, byte[]> record) throws IOException {
        ReadingBatch batch = ReadingRecord.batch(record.key(), record.value());
        if (batch.device().isEmpty()) {
            throw new IOException("the batch names no device");
        }
        return batch;
    }

    /** Tells how many there were, if any. */
    void end() {
        if (count > 0) {
            progress.tell("无法解读而跳过的记录 / records skipped because they cannot be read: " + count);
        }
    }
}
