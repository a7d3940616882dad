package io.kilowatch.ingest.guard;

import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import java.time.Duration;

/**
 * After how many failed sign-ins, and for how long, no more are tried.
 *
 * @param attempts how many a device has from one address
 * @param addressAttempts how many an address has, whatever the devices
 * @param first how long the first lock-out is; each further failure doubles it
 * @param longest the longest
 */
public record Lockout(int attempts, int addressAttempts, Duration first, Duration longest) {
    /** Attempts of a device. */
    public static final Option<Integer> ATTEMPTS = Option.integer(
            "mqtt-lockout-attempts",
            "N",
            5,
            1,
            1_000,
            "failed sign-ins of one device from one address before the next ones are refused for a while");

    /** Attempts of an address. */
    public static final Option<Integer> ADDRESS_ATTEMPTS = Option.integer(
            "mqtt-lockout-address-attempts",
            "N",
            50,
            1,
            1_000_000,
            "failed sign-ins from one address, of whatever devices, before the next ones are refused for a while;"
                    + " devices that have signed in from there before go on");

    /** The first. */
    public static final Option<Duration> FIRST = Option.duration(
            "mqtt-lockout-first", "PT2S", "how long the first lock-out is; each further failure doubles it");

    /** The longest. */
    public static final Option<Duration> LONGEST =
            Option.duration("mqtt-lockout-longest", "PT15M", "the longest lock-out");

    /** From the settings. */
    static Lockout from(Settings settings) {
        Lockout lockout = new Lockout(
                settings.value(ATTEMPTS),
                settings.value(ADDRESS_ATTEMPTS),
                settings.value(FIRST),
                settings.value(LONGEST));
        if (lockout.longest.compareTo(lockout.first) < 0) {
            settings.fault(LONGEST.flag() + " is shorter than " + FIRST.flag());
        }
        return lockout;
    }

    /** How long to wait after so many failures of one, in nanoseconds; 0 below {@code limit}. */
    long nanos(int failures, int limit) {
        if (failures < limit) {
            return 0;
        }
        int doublings = Math.min(failures - limit, 40);
        long most = longest.toNanos();
        return first.toNanos() > most >> doublings ? most : first.toNanos() << doublings;
    }
}
