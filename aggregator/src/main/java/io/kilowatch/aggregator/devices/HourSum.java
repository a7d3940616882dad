package io.kilowatch.aggregator.devices;

import io.kilowatch.registry.topics.DeviceEvent.Work;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** What comes to an hour of a device. */
final class HourSum {
    long messages;
    long bytes;
    long accepted;
    long refused;
    long loginsRefused;
    OptionalLong lateness = OptionalLong.empty();
    OptionalLong medianOffset = OptionalLong.empty();
    final Map<String, Long> refusals = new HashMap<>();

    /**
     * An hour of a device.
     *
     * @param at its beginning, in milliseconds since 1970 UTC
     */
    record Key(DeviceKey device, long at) implements Comparable<Key> {
        private static final long HOUR = 3_600_000L;

        /** The hour that a time is in. */
        static Key of(DeviceKey device, long time) {
            return new Key(device, Math.floorDiv(time, HOUR) * HOUR);
        }

        @Override
        public int compareTo(Key other) {
            int first = device.compareTo(other.device);
            return first != 0 ? first : Long.compare(at, other.at);
        }
    }

    void add(Work work) {
        messages += work.messages();
        bytes += work.bytes();
        accepted += work.accepted();
        work.refused().forEach((code, count) -> {
            refused += count;
            refusals.merge(PlainText.of(code), (long) count, Long::sum);
        });
        lateness = work.lateness().isPresent() ? work.lateness() : lateness;
        // An idle connection repeats the offsets that were known before.
        medianOffset = work.messages() > 0 && work.medianOffset().isPresent() ? work.medianOffset() : medianOffset;
    }

    void addLogins(Map<String, Integer> reasons) {
        loginsRefused += reasons.values().stream().mapToInt(Integer::intValue).sum();
    }
}
