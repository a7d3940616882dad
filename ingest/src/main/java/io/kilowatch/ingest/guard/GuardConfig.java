package io.kilowatch.ingest.guard;

import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import java.time.Duration;
import java.util.List;

/**
 * How the gateway protects itself from whoever connects.
 *
 * @param maxConnections how many connections there may be in all
 * @param maxPerAddress how many from one address
 * @param connectionRate how many new ones a second from one address, on average
 * @param bytesPerSecond how much is read a second from one address, on average
 * @param exempt the addresses that no limit by address holds for
 * @param proxies the balancers that tell the addresses of their clients; empty if there are none
 * @param lockout after how many failed sign-ins, and for how long, no more are tried
 * @param connectTimeout how long a connection may take from its opening, or its TLS handshake, to CONNECT
 * @param maxKeepAlive the longest keep-alive in seconds, and that of clients that want none
 */
public record GuardConfig(
        int maxConnections,
        int maxPerAddress,
        int connectionRate,
        int bytesPerSecond,
        Networks exempt,
        Networks proxies,
        Lockout lockout,
        Duration connectTimeout,
        int maxKeepAlive) {
    /** Connections in all. */
    public static final Option<Integer> MAX_CONNECTIONS = Option.integer(
            "mqtt-max-connections", "N", 50_000, 1, 1_000_000, "MQTT connections that may be open, of all addresses");

    /** Connections of one address. */
    public static final Option<Integer> MAX_PER_ADDRESS = Option.integer(
            "mqtt-max-connections-per-address",
            "N",
            2_000,
            1,
            1_000_000,
            "MQTT connections that may be open from one address (of IPv6, one network of 64 bits)");

    /** New connections of one address. */
    public static final Option<Integer> CONNECTION_RATE = Option.integer(
            "mqtt-connection-rate",
            "N",
            50,
            1,
            100_000,
            "new MQTT connections a second from one address; ten seconds' worth may come at once");

    /** Bytes of one address. */
    public static final Option<Integer> BYTES_PER_SECOND = Option.integer(
            "mqtt-address-bytes-per-second",
            "BYTES",
            8 * 1024 * 1024,
            1_024,
            Integer.MAX_VALUE,
            "what is read a second from one address, four seconds' worth at once; the rest waits in the client");

    /** Addresses without limits. */
    public static final Option<Networks> EXEMPT = Option.of(
            "mqtt-exempt-networks",
            "NETWORKS",
            "127.0.0.0/8,::1",
            "addresses and networks that no limit by address and no lock-out holds for; none for no exemption",
            Networks::parse);

    /** Balancers. */
    public static final Option<Networks> PROXIES = Option.of(
            "mqtt-proxy-protocol",
            "NETWORKS",
            "",
            "balancers that begin each connection with a PROXY protocol header, whose addresses then count; nobody"
                    + " else may connect",
            Networks::parse);

    /** From CONNECT on. */
    public static final Option<Duration> CONNECT_TIMEOUT = Option.duration(
            "mqtt-connect-timeout",
            "PT10S",
            "how long a connection may be open, after its TLS handshake, until CONNECT");

    /** Keep-alive. */
    public static final Option<Integer> MAX_KEEP_ALIVE = Option.integer(
            "mqtt-max-keep-alive",
            "SECONDS",
            1_200,
            1,
            65_535,
            "longest keep-alive, also for clients that want none; a client is silent for at most half as long again");

    /** All of them. */
    public static final List<Option<?>> OPTIONS = List.of(
            MAX_CONNECTIONS,
            MAX_PER_ADDRESS,
            CONNECTION_RATE,
            BYTES_PER_SECOND,
            EXEMPT,
            PROXIES,
            Lockout.ATTEMPTS,
            Lockout.ADDRESS_ATTEMPTS,
            Lockout.FIRST,
            Lockout.LONGEST,
            CONNECT_TIMEOUT,
            MAX_KEEP_ALIVE);

    /** From the settings. */
    public static GuardConfig from(Settings settings) {
        return new GuardConfig(
                settings.value(MAX_CONNECTIONS),
                settings.value(MAX_PER_ADDRESS),
                settings.value(CONNECTION_RATE),
                settings.value(BYTES_PER_SECOND),
                settings.value(EXEMPT),
                settings.optional(PROXIES).orElse(Networks.NONE),
                Lockout.from(settings),
                settings.value(CONNECT_TIMEOUT),
                settings.value(MAX_KEEP_ALIVE));
    }
}
