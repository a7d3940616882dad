package io.kilowatch.ingest.devices;

import io.kilowatch.ingest.access.Identity;
import io.kilowatch.registry.topics.DeviceEvent.LoginRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sign-ins refused since they were told last, by the device that they named. */
final class RefusedLogins {
    private static final int MOST = 10_000;

    private final Map<Identity, Count> counts = new HashMap<>();
    private long since;

    private static final class Count {
        private final Map<String, Integer> reasons = new HashMap<>();
        private String address = "";
    }

    RefusedLogins(long since) {
        this.since = since;
    }

    /** Counts one; false if there is no room for another device. */
    synchronized boolean add(Identity identity, String address, String reason) {
        Count count = counts.get(identity);
        if (count == null) {
            if (counts.size() >= MOST) {
                return false;
            }
            count = new Count();
            counts.put(identity, count);
        }
        count.address = address;
        count.reasons.merge(reason, 1, Integer::sum);
        return true;
    }

    /** All of them, as events; from now on they are counted anew. */
    synchronized List<LoginRefused> cut(long now) {
        List<LoginRefused> events = new ArrayList<>(counts.size());
        counts.forEach((identity, count) -> events.add(
                new LoginRefused(identity.enterprise(), identity.device(), now, since, count.address, count.reasons)));
        counts.clear();
        since = now;
        return events;
    }
}
