package io.kilowatch.aggregator.testing;

import io.kilowatch.aggregator.devices.DeviceHealth;
import io.kilowatch.aggregator.devices.DeviceHealth.Day;
import io.kilowatch.aggregator.devices.DeviceHealth.Link;
import io.kilowatch.aggregator.devices.DeviceHour;
import io.kilowatch.aggregator.devices.DeviceKey;
import io.kilowatch.aggregator.devices.Devices;
import io.kilowatch.aggregator.devices.PastLink;
import io.kilowatch.registry.topics.DeviceEvent.Will;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The health of devices in memory: {@code gw-1} of each enterprise given is online, with some trouble. */
public final class MemoryDevices implements Devices {
    /** When its devices were last heard of. */
    public static final Instant NOW = Instant.parse("2026-11-22T02:30:00Z");

    private final List<String> enterprises;

    /** Devices of some enterprises. */
    public MemoryDevices(String... enterprises) {
        this.enterprises = List.of(enterprises);
    }

    @Override
    public List<DeviceHealth> of(Collection<String> codes) {
        return enterprises.stream()
                .filter(codes::contains)
                .map(code -> health(new DeviceKey(code, "gw-1")))
                .toList();
    }

    private static DeviceHealth health(DeviceKey key) {
        return new DeviceHealth(
                key,
                Optional.of(NOW),
                Optional.of(NOW.minusSeconds(20)),
                Optional.of(NOW.minusSeconds(900)),
                OptionalLong.of(880_000),
                OptionalLong.of(-151_200),
                OptionalLong.of(-150_900),
                Optional.of(new DeviceHealth.RefusedLogin(NOW.minus(Duration.ofDays(3)), "wrong-password", "10.1.2.9")),
                Optional.of(link("c-3", 0, Optional.empty())),
                new Day(1_440, 71_900, 96));
    }

    private static Link link(String id, int daysAgo, Optional<String> ending) {
        Instant begin = NOW.minus(Duration.ofDays(daysAgo + 1L)).plus(Duration.ofHours(5));
        return new Link(
                id,
                "mqtt-5",
                "10.1.2.3",
                begin,
                ending.map(word -> begin.plus(Duration.ofHours(22))),
                ending,
                ending.isEmpty());
    }

    @Override
    public List<DeviceHour> hours(DeviceKey device, Instant from, Instant until) {
        List<DeviceHour> hours = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            Instant at = Instant.parse("2026-11-17T00:00:00Z").plus(Duration.ofHours(i));
            boolean silent = i % 24 == 3 || (i > 70 && i < 76);
            if (!silent && !at.isBefore(from) && at.isBefore(until)) {
                long unknown = i > 60 && i < 100 ? 4 : 0;
                long clock = i > 90 ? i - 80L : 0;
                Map<String, Long> refusals = unknown + clock == 0
                        ? Map.of()
                        : Map.of("unknown-meter", unknown, "too-far-in-future", clock, "bad-number", 1L);
                hours.add(new DeviceHour(
                        at,
                        60,
                        60 * 2_048,
                        2_990 - unknown,
                        unknown + clock + (unknown + clock == 0 ? 0 : 1),
                        refusals,
                        i == 50 ? 3 : 0,
                        OptionalLong.of(40_000 + (i % 7) * 9_000L),
                        OptionalLong.of(i < 60 ? 180 + i % 5 : 180 - (i - 60) * 2_600L)));
            }
        }
        return hours;
    }

    @Override
    public List<PastLink> links(DeviceKey device, Instant from, Instant until, int most) {
        Will will = new Will("kw/v1/state", 9, "power off".getBytes(StandardCharsets.UTF_8));
        return List.of(
                new PastLink(link("c-3", 0, Optional.empty()), NOW, Optional.empty(), 1_290, 64_000, 90),
                new PastLink(link("c-2", 1, Optional.of("keep-alive")), NOW, Optional.of(will), 1_300, 64_400, 6),
                new PastLink(link("c-1", 2, Optional.of("client")), NOW, Optional.empty(), 1_310, 65_000, 0));
    }
}
