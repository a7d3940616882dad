package io.kilowatch.ingest.intake;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The way out of the gateway. */
public interface Publisher extends AutoCloseable {
    /**
     * Sends a record; never blocks.
     *
     * @param parcel the record
     * @param done told once, on any thread, also before this method returns: null when the record is stored for good,
     *     else why it is not
     */
    void send(Parcel parcel, Consumer<@Nullable Throwable> done);

    /** Whether records can be sent now, as far as is known. */
    boolean isReady();

    @Override
    void close();
}
