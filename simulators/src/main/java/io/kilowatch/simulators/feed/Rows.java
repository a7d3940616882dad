package io.kilowatch.simulators.feed;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after another, each cut into cells. */
interface Rows extends Closeable {

    /** The names of the columns, in the order of the cells. */
    List<String> header();

    /**
     * The cells of the next row; null at the end.
     *
     * @throws IllegalArgumentException why this row cannot be cut; the next one may be
     */
    @Nullable
    List<String> next() throws IOException;

    /** The line of the row given last; the first of a file is 1. */
    long line();
}
