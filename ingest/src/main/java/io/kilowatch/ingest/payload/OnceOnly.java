package io.kilowatch.ingest.payload;

import java.util.List;

/**
 * The fields of one JSON object that have been passed. Each may be there once, because of two values readers would take
 * different ones; fields that nobody reads do not matter.
 */
final class OnceOnly {
    private final List<String> names;
    private int passed;

    OnceOnly(List<String> names) {
        this.names = names;
    }

    /**
     * Passes a field, and gives its place among the names; -1 if nobody reads it.
     *
     * @throws PayloadFault if it was there before
     */
    int pass(String field) throws PayloadFault {
        int place = names.indexOf(field);
        if (place >= 0) {
            int bit = 1 << place;
            if ((passed & bit) != 0) {
                throw PayloadFault.twice(field);
            }
            passed |= bit;
        }
        return place;
    }
}
