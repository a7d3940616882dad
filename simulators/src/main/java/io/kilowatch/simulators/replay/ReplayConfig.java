package io.kilowatch.simulators.replay;

import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.simulators.device.DeviceAddress;
import io.kilowatch.simulators.device.Gateway;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a replay is started with.
 *
 * @param gateway where readings are sent to
 * @param source the files and their mapping
 * @param passwords the devices' passwords
 * @param speed how many times faster than real time; empty is as fast as acknowledged
 * @param order in what order, and how often
 * @param restart whether an earlier run's progress is ignored
 * @param batch readings in a message
 * @param window messages in flight of each device
 */
public record ReplayConfig(
        Gateway gateway,
        FeedSource source,
        Passwords passwords,
        OptionalDouble speed,
        Order order,
        boolean restart,
        int batch,
        int window) {
    private static final Option<String> PASSWORD = Option.text(
                    "device-password", "PASSWORD", "", "the password of all devices that --passwords does not name")
            .asSecret();
    private static final Option<Path> PASSWORDS =
            Option.path("passwords", "FILE", "", "a file with a line ENTERPRISE/DEVICE=PASSWORD for each device");
    private static final Option<OptionalDouble> SPEED = Option.of(
            "speed", "max|N", "max", "as fast as acknowledged, or N times as fast as recorded", ReplayConfig::speed);
    private static final Option<Long> SHUFFLE = Option.of(
            "shuffle", "SEED", "", "send the readings in a random order made from this seed", ReplayConfig::seed);
    private static final Option<Integer> REPEAT =
            Option.integer("repeat", "N", 1, 1, 100, "how many times everything is sent");
    private static final Option<Boolean> LOOP = Option.flag(
            "loop", "begin again at the end, for ever, with later times and registers that go on where they were");
    private static final Option<Shift> SHIFT = Option.of(
            "shift",
            "DURATION|DAY",
            "PT0S",
            "move all times by this much, such as P364D or -P7D, or by whole days so that the feed begins on this day",
            Shift::parse);
    private static final Option<Boolean> RESTART =
            Option.flag("restart", "start at the beginning, whatever an earlier run has sent");
    private static final Option<Integer> BATCH = Option.integer("batch", "N", 500, 1, 1000, "readings in one message");
    private static final Option<Integer> WINDOW =
            Option.integer("window", "N", 16, 1, 10_000, "messages in flight of each device");

    /** Every option of a replay. */
    public static final List<Option<?>> OPTIONS = Stream.of(
                    Gateway.OPTIONS,
                    FeedSource.OPTIONS,
                    List.<Option<?>>of(
                            PASSWORD, PASSWORDS, SPEED, SHUFFLE, REPEAT, LOOP, SHIFT, RESTART, BATCH, WINDOW))
            .<Option<?>>flatMap(List::stream)
            .toList();

    /** Reads the options; faults are noted in the settings. */
    public static ReplayConfig from(Settings settings) {
        FeedSource source = FeedSource.from(settings);
        return new ReplayConfig(
                Gateway.from(settings),
                source,
                passwords(settings, source.ready()),
                settings.value(SPEED),
                order(settings),
                settings.value(RESTART),
                settings.value(BATCH),
                settings.value(WINDOW));
    }

    private static Passwords passwords(Settings settings, Optional<ReadyFeed> ready) {
        Optional<String> others = settings.optional(PASSWORD).or(() -> ready.map(ReadyFeed::password));
        Optional<Path> file = settings.optional(PASSWORDS);
        try {
            return file.map(path -> Passwords.read(path, others)).orElseGet(() -> Passwords.of(others));
        } catch (InvalidSettings e) {
            e.faults().forEach(settings::fault);
            return Passwords.of(others);
        }
    }

    private static Order order(Settings settings) {
        Optional<Long> shuffle = settings.optional(SHUFFLE);
        boolean loop = settings.value(LOOP);
        int repeat = settings.value(REPEAT);
        if (shuffle.isPresent() && settings.value(SPEED).isPresent()) {
            settings.fault(SHUFFLE.flag() + " has no pace: give it with --speed max");
        }
        if (loop && repeat > 1) {
            settings.fault(LOOP.flag() + " has no end: give it without " + REPEAT.flag());
        }
        return new Order(
                shuffle.map(OptionalLong::of).orElse(OptionalLong.empty()),
                loop ? Order.FOR_EVER : repeat,
                loop,
                settings.value(SHIFT));
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

    /** The address of a device. */
    DeviceAddress address(String user) {
        int slash = user.indexOf('/');
        return new DeviceAddress(
                gateway,
                user.substring(0, slash),
                user.substring(slash + 1),
                passwords.of(user).orElseThrow());
    }

    /**
     * Checks that everything can be sent as somebody.
     *
     * @param named the devices that the feed names
     * @throws InvalidSettings if a device or its password is missing
     */
    void check(Collection<String> named) {
        if (named.contains("")) {
            throw new InvalidSettings(List.of("the feed does not name its device; give --device-user,"
                    + " or tell in the mapping where its name is (device: ...)"));
        }
        List<String> without =
                named.stream().filter(user -> passwords.of(user).isEmpty()).toList();
        if (!without.isEmpty()) {
            throw new InvalidSettings(List.of("no password is known for " + String.join(", ", without) + "; give "
                    + PASSWORD.flag() + " or " + PASSWORDS.flag()));
        }
    }

    /** What makes two runs the same: one goes on where the other stopped only if this is equal. */
    String plan() {
        return String.join(
                ", ",
                source.device().orElse("devices of the feed"),
                source.mapping().orElse("no mapping"),
                source.paths().toString(),
                order.toString(),
                "readings sent:");
    }
}
