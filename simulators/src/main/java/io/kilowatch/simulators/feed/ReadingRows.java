package io.kilowatch.simulators.feed;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The readings of a file, row after row. */
interface ReadingRows extends Closeable {

    /**
     * The readings of the next row; null at the end.
     *
     * @param bad told of values that are left out
     * @throws IllegalArgumentException why nothing of this row can be used; the next one may be
     */
    @Nullable
    List<FeedReading> next(Consumer<String> bad) throws IOException;

    /** The line of the row given last; the first of a file is 1. */
    long line();
}
