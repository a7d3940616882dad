package io.kilowatch.registry.topics;

import io.kilowatch.domain.Name;
import io.kilowatch.registry.topics.DeviceEvent.Activity;
import io.kilowatch.registry.topics.DeviceEvent.Ending;
import io.kilowatch.registry.topics.DeviceEvent.LoginRefused;
import io.kilowatch.registry.topics.DeviceEvent.Offline;
import io.kilowatch.registry.topics.DeviceEvent.Online;
import io.kilowatch.registry.topics.DeviceEvent.Redriven;
import io.kilowatch.registry.topics.DeviceEvent.Will;
import io.kilowatch.registry.topics.DeviceEvent.Work;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** One event of a device of each kind, for tests. */
public final class SampleDeviceEvents {
    private static final String CODE = "91350100M000100Y43";
    private static final Channel CHANNEL = new Channel("c-1", "mqtt-5");
    private static final Work WORK = new Work(
            60,
            122_880,
            2_990,
            Map.of("unknown-meter", 4),
            OptionalLong.of(1_787_191_200_000L),
            OptionalLong.of(1_787_190_900_000L),
            OptionalLong.of(300_000),
            OptionalLong.of(-151_200),
            OptionalLong.of(-150_900));

    /** All of them. */
    public static final List<DeviceEvent> ALL = List.of(
            new Online(CODE, "gw-1", 1_787_191_000_000L, link(0), 720_000),
            new Activity(CODE, "gw-1", 1_787_191_200_000L, link(1), 1_787_191_140_000L, 720_000, WORK),
            new Offline(
                    CODE,
                    "gw-1",
                    1_787_191_300_000L,
                    link(2),
                    Ending.KEEP_ALIVE,
                    Optional.of(new Will("state", 4, "gone".getBytes(StandardCharsets.UTF_8)))),
            new LoginRefused(
                    CODE, "gw-1", 1_787_191_300_000L, 1_787_191_240_000L, "10.0.0.9", Map.of("wrong-password", 3)),
            new Redriven(
                    CODE,
                    "gw-1",
                    1_787_191_300_000L,
                    new RejectedId(3, 1_204),
                    new UUID(1, 2),
                    "li.na",
                    249,
                    List.of(new RejectedBatch.Refused(2, "M-2", "unknown-meter", new Name("未登记", "not registered")))));

    private SampleDeviceEvents() {}

    private static DeviceLink link(long number) {
        return new DeviceLink(CHANNEL, "10.0.0.7", number);
    }
}
