package io.kilowatch.simulators.replay;

import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.simulators.device.DeviceAddress;
import io.kilowatch.simulators.device.Gateway;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a replay is started with.
 *
 * @param address the gateway and the device that the readings are sent as
 * @param feed a CSV file with a header
 * @param mapping name of a ready mapping, or a mapping file
 * @param speed how many times faster than real time; empty is as fast as acknowledged
 * @param shuffle seed of a random order
 * @param repeat how many times everything is sent
 * @param restart whether an earlier run's progress is ignored
 * @param batch readings in a message
 * @param window messages in flight
 */
public record ReplayConfig(
        DeviceAddress address,
        Path feed,
        String mapping,
        OptionalDouble speed,
        OptionalLong shuffle,
        int repeat,
        boolean restart,
        int batch,
        int window) {
    private static final Option<Path> FEED = Option.path("feed", "FILE", "", "the CSV file to replay");
    private static final Option<String> MAPPING = Option.text(
            "mapping",
            "NAME|FILE",
            "",
            "how columns become readings: a mapping file, or steel-uci-15min or household-opsd-60min");
    private static final Option<String> USER = Option.text(
            "device-user", "ENTERPRISE/DEVICE", "", "the device to send as; a ready mapping has one of its own");
    private static final Option<String> PASSWORD = Option.text(
                    "device-password", "PASSWORD", "", "the device's password")
            .asSecret();
    private static final Option<OptionalDouble> SPEED = Option.of(
            "speed", "max|N", "max", "as fast as acknowledged, or N times as fast as recorded", ReplayConfig::speed);
    private static final Option<Long> SHUFFLE = Option.of(
            "shuffle", "SEED", "", "send the readings in a random order made from this seed", ReplayConfig::seed);
    private static final Option<Integer> REPEAT =
            Option.integer("repeat", "N", 1, 1, 100, "how many times everything is sent");
    private static final Option<Boolean> RESTART =
            Option.flag("restart", "start at the beginning, whatever an earlier run has sent");
    private static final Option<Integer> BATCH = Option.integer("batch", "N", 500, 1, 1000, "readings in one message");
    private static final Option<Integer> WINDOW = Option.integer("window", "N", 16, 1, 10_000, "messages in flight");

    /** Every option of a replay. */
    public static final List<Option<?>> OPTIONS = Stream.concat(
                    Gateway.OPTIONS.stream(),
                    Stream.of(FEED, MAPPING, USER, PASSWORD, SPEED, SHUFFLE, REPEAT, RESTART, BATCH, WINDOW))
            .toList();

    /** Reads the options; faults are noted in the settings. */
    public static ReplayConfig from(Settings settings) {
        Optional<ReadyFeed> ready = settings.optional(MAPPING).flatMap(ReadyFeed::of);
        Path feed = required(settings, FEED).orElse(Path.of(""));
        if (settings.optional(FEED).isPresent() && !Files.isReadable(feed)) {
            settings.fault(FEED.flag() + " is " + feed + ": no such file can be read"
                    + ready.map(known -> "; it can be had from: " + known.origin())
                            .orElse(""));
        }
        String mapping = required(settings, MAPPING).orElse("");
        if (!mapping.isEmpty() && ready.isEmpty() && !Files.isReadable(Path.of(mapping))) {
            settings.fault(MAPPING.flag() + " is \"" + mapping
                    + "\": give a mapping file, steel-uci-15min or household-opsd-60min");
        }
        OptionalDouble speed = settings.value(SPEED);
        Optional<Long> shuffle = settings.optional(SHUFFLE);
        if (shuffle.isPresent() && speed.isPresent()) {
            settings.fault(SHUFFLE.flag() + " has no pace: give it with --speed max");
        }
        return new ReplayConfig(
                address(settings, ready),
                feed,
                mapping,
                speed,
                shuffle.map(OptionalLong::of).orElse(OptionalLong.empty()),
                settings.value(REPEAT),
                settings.value(RESTART),
                settings.value(BATCH),
                settings.value(WINDOW));
    }

    private static DeviceAddress address(Settings settings, Optional<ReadyFeed> ready) {
        Optional<String> user = settings.optional(USER).or(() -> ready.map(ReadyFeed::user));
        Optional<String> password = settings.optional(PASSWORD).or(() -> ready.map(ReadyFeed::password));
        if (user.isEmpty() || password.isEmpty()) {
            required(settings, USER);
            required(settings, PASSWORD);
        }
        String[] parts = user.orElse("/").split("/", -1);
        if (parts.length != 2) {
            settings.fault(USER.flag() + " is \"" + user.orElse("") + "\": give ENTERPRISE/DEVICE");
        }
        return new DeviceAddress(
                Gateway.from(settings), parts[0], parts.length > 1 ? parts[1] : "", password.orElse(""));
    }

    private static <T> Optional<T> required(Settings settings, Option<T> option) {
        Optional<T> value = settings.optional(option);
        if (value.isEmpty()) {
            settings.fault(
                    option.flag() + " is missing; give it, or set " + option.variable() + " (" + option.text() + ")");
        }
        return value;
    }

    private static OptionalDouble speed(String text) {
        if (text.equals("max")) {
            return OptionalDouble.empty();
        }
        try {
            double speed = Double.parseDouble(text);
            if (speed > 0 && Double.isFinite(speed)) {
                return OptionalDouble.of(speed);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("give max or a positive number", e);
        }
        throw new IllegalArgumentException("give max or a positive number");
    }

    private static Long seed(String text) {
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("give a whole number", e);
        }
    }
}
