package io.kilowatch.simulators.replay;

import io.kilowatch.simulators.device.DeviceReading;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What would be refused of a feed, by device, meter and code. */
final class Findings {
    private final Map<Key, Kind> kinds = new LinkedHashMap<>();
    private final Map<Meter, Long> meters = new HashMap<>();

    private record Key(String device, String meter, String code) {}

    private record Meter(String device, String id) {}

    /** Refusals for one reason; the first of them stands for all. */
    static final class Kind {
        private final String device;
        private final String meter;
        private final String code;
        private final DeviceReading first;
        private final String message;
        private long count;

        private Kind(Key key, DeviceReading first, String message) {
            this.device = key.device();
            this.meter = key.meter();
            this.code = key.code();
            this.first = first;
            this.message = message;
        }

        String device() {
            return device;
        }

        String meter() {
            return meter;
        }

        String code() {
            return code;
        }

        DeviceReading first() {
            return first;
        }

        String message() {
            return message;
        }

        long count() {
            return count;
        }
    }

    /** Counts a finding; one about a message as a whole counts for each of its readings. */
    void add(String device, List<DeviceReading> batch, Examiner.Finding finding) {
        boolean whole = finding.index() < 0;
        List<DeviceReading> refused = whole ? batch : List.of(batch.get(finding.index()));
        Key key = new Key(device, whole ? "" : refused.get(0).meter(), finding.code());
        kinds.computeIfAbsent(key, fresh -> new Kind(fresh, refused.get(0), finding.message())).count += refused.size();
        refused.forEach(one -> meters.merge(new Meter(device, one.meter()), 1L, Long::sum));
    }

    /** Refusals by their reasons, in the order in which they were met. */
    Collection<Kind> kinds() {
        return kinds.values();
    }

    /** How many readings would be refused. */
    long count() {
        return kinds.values().stream().mapToLong(Kind::count).sum();
    }

    /** How many of a meter's readings would be refused. */
    long count(String device, String meter) {
        return meters.getOrDefault(new Meter(device, meter), 0L);
    }
}
