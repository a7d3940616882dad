package io.kilowatch.aggregator.devices;

import io.kilowatch.registry.topics.DeviceEvent.LoginRefused;
import io.kilowatch.registry.topics.DeviceEvent.Work;
import java.util.Optional;
import java.util.OptionalLong;

/** What is new of a device. */
final class DeviceState {
    OptionalLong seenAt = OptionalLong.empty();
    OptionalLong messageAt = OptionalLong.empty();
    OptionalLong readingAt = OptionalLong.empty();
    OptionalLong lateness = OptionalLong.empty();
    OptionalLong offset = OptionalLong.empty();
    OptionalLong medianOffset = OptionalLong.empty();
    Optional<LoginRefused> refusedLogin = Optional.empty();

    void seen(long at) {
        seenAt = later(seenAt, OptionalLong.of(at));
    }

    void add(Work work) {
        messageAt = later(messageAt, work.receivedAt());
        readingAt = later(readingAt, work.newest());
        lateness = or(work.lateness(), lateness);
        offset = or(work.offset(), offset);
        medianOffset = or(work.medianOffset(), medianOffset);
    }

    private static OptionalLong or(OptionalLong one, OptionalLong other) {
        return one.isPresent() ? one : other;
    }

    private static OptionalLong later(OptionalLong one, OptionalLong other) {
        return one.isPresent() && other.isPresent()
                ? OptionalLong.of(Math.max(one.getAsLong(), other.getAsLong()))
                : or(one, other);
    }
}
