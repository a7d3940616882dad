package io.kilowatch.ingest.devices;

import io.kilowatch.domain.Reading;
import io.kilowatch.ingest.access.Identity;
import io.kilowatch.ingest.reading.Decoded;
import io.kilowatch.ingest.reading.Refusal;
import io.kilowatch.ingest.reading.RefusalCode;
import io.kilowatch.registry.topics.Channel;
import io.kilowatch.registry.topics.DeviceEvent.Work;
import io.kilowatch.registry.topics.DeviceLink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A device's open connection and what came over it since it was told last. It is filled on the connection's thread and
 * emptied on another.
 */
final class OpenLink {
    private static final RefusalCode[] CODES = RefusalCode.values();

    private final Identity identity;
    private final Channel channel;
    private final String address;
    private final RecentOffsets offsets = new RecentOffsets();
    private final int[] refused = new int[CODES.length];
    private long number;
    private long since;
    private int quietReports;
    private int messages;
    private long bytes;
    private int accepted;
    private boolean anyRefused;
    private long receivedAt;
    private long newest = Long.MIN_VALUE;
    private long lateness;

    /**
     * A connection over which nothing has come.
     *
     * @param since when it began
     */
    OpenLink(Identity identity, Channel channel, String address, long since) {
        this.identity = identity;
        this.channel = channel;
        this.address = address;
        this.since = since;
        // Idle connections that began together are not told together.
        this.quietReports = Math.floorMod(channel.connection().hashCode(), DeviceLog.QUIET_WINDOWS);
    }

    Identity identity() {
        return identity;
    }

    synchronized void batch(int size, long at, Decoded.Batch batch) {
        came(size, at);
        List<Reading> readings = batch.accepted();
        if (!readings.isEmpty()) {
            accepted += readings.size();
            long last = Long.MIN_VALUE;
            for (int i = 0; i < readings.size(); i++) {
                last = Math.max(last, readings.get(i).at());
            }
            newest = Math.max(newest, last);
            lateness = at - last;
        }
        List<Refusal> refusals = batch.refused();
        for (int i = 0; i < refusals.size(); i++) {
            count(refusals.get(i).code());
        }
        if (batch.sentAt().isPresent()) {
            offsets.add(at - batch.sentAt().getAsLong());
        }
    }

    synchronized void refused(int size, long at, RefusalCode code) {
        came(size, at);
        count(code);
    }

    private void came(int size, long at) {
        messages++;
        bytes += size;
        receivedAt = at;
    }

    private void count(RefusalCode code) {
        refused[code.ordinal()]++;
        anyRefused = true;
    }

    /** Where the next thing told of it comes from. */
    synchronized DeviceLink next() {
        return new DeviceLink(channel, address, number++);
    }

    /** Whether nothing has come; the reports in a row that this was so are counted. */
    synchronized boolean isQuiet() {
        return messages == 0;
    }

    /** Counts a report at which there was nothing to tell; how many there were in a row. */
    synchronized int passedOver() {
        return ++quietReports;
    }

    /** Since when nothing was told; from now on that is another time. */
    synchronized long told(long now) {
        long before = since;
        since = now;
        quietReports = 0;
        return before;
    }

    /** What came since the last call. */
    synchronized Work cut() {
        boolean any = accepted > 0;
        Work work = new Work(
                messages,
                bytes,
                accepted,
                anyRefused ? counts() : Map.of(),
                messages > 0 ? OptionalLong.of(receivedAt) : OptionalLong.empty(),
                any ? OptionalLong.of(newest) : OptionalLong.empty(),
                any ? OptionalLong.of(lateness) : OptionalLong.empty(),
                offsets.last(),
                offsets.median());
        messages = 0;
        bytes = 0;
        accepted = 0;
        newest = Long.MIN_VALUE;
        anyRefused = false;
        return work;
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new HashMap<>();
        for (RefusalCode code : CODES) {
            if (refused[code.ordinal()] > 0) {
                counts.put(code.word(), refused[code.ordinal()]);
                refused[code.ordinal()] = 0;
            }
        }
        return counts;
    }
}
