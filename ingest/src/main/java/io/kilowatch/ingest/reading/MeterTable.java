package io.kilowatch.ingest.reading;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The meters of an enterprise by the bytes of their ids, which are ASCII; found without making a text of them. */
final class MeterTable {
    private final @Nullable Entry[] places;

    @SuppressWarnings("ArrayRecordComponent")
    private record Entry(byte[] id, int hash, KnownMeter meter) {}

    MeterTable(Collection<KnownMeter> meters) {
        this.places = new Entry[Integer.highestOneBit(Math.max(1, meters.size())) * 4];
        meters.forEach(this::add);
    }

    private void add(KnownMeter meter) {
        int hash = meter.id().hashCode();
        int place = place(hash);
        while (places[place] != null) {
            place = place + 1 & places.length - 1;
        }
        places[place] = new Entry(meter.id().getBytes(StandardCharsets.UTF_8), hash, meter);
    }

    private int place(int hash) {
        return (hash ^ hash >>> 16) & places.length - 1;
    }

    /**
     * The meter of an id.
     *
     * @param hash the hash code of the id as a text
     */
    @Nullable
    KnownMeter find(byte[] bytes, int from, int end, int hash) {
        int place = place(hash);
        for (Entry entry = places[place]; entry != null; entry = places[place]) {
            if (entry.hash == hash && Arrays.equals(entry.id, 0, entry.id.length, bytes, from, end)) {
                return entry.meter;
            }
            place = place + 1 & places.length - 1;
        }
        return null;
    }
}
