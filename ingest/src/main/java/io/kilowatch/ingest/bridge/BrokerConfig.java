package io.kilowatch.ingest.bridge;

import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where the broker is and how the bridge signs in there.
 *
 * @param url {@code tcp://host:port} or {@code ssl://host:port}
 * @param clientId the bridge's client id, its own and always the same: the broker keeps its messages under it
 * @param user the user name
 * @param password the password
 * @param ca the CAs whose server certificates are trusted, in PEM; empty for those that Java trusts
 * @param maxInFlight how many messages the broker may have sent without an acknowledgement
 * @param sessionExpiry how long the broker keeps what the bridge has not taken while it is away
 */
public record BrokerConfig(
        String url,
        String clientId,
        Optional<String> user,
        Optional<String> password,
        Optional<Path> ca,
        int maxInFlight,
        Duration sessionExpiry) {
    private static final int PLAIN_PORT = 1883;
    private static final int TLS_PORT = 8883;
    private static final Duration LONGEST_EXPIRY = Duration.ofSeconds(0xFFFF_FFFEL);

    /** Where. */
    public static final Option<String> URL = Option.of(
            "bridge-url", "URL", "", "the broker, as mqtt://host:1883 or mqtts://host:8883 for TLS", BrokerConfig::url);

    /** As which client. */
    public static final Option<String> CLIENT_ID = Option.text(
            "bridge-client-id",
            "ID",
            "",
            "this instance's client id on the broker; each instance has its own and keeps it, for the broker keeps its"
                    + " messages under it; kilowatch-bridge and the machine's name if not given");

    /** User. */
    public static final Option<String> USER = Option.text("bridge-user", "NAME", "", "user name on the broker");

    /** Password. */
    public static final Option<String> PASSWORD = Option.text(
                    "bridge-password", "PASSWORD", "", "password on the broker")
            .asSecret();

    /** CAs. */
    public static final Option<Path> CA = Option.path(
            "bridge-ca",
            "FILE",
            "",
            "CAs that the broker's certificate may come from, in PEM; those of Java if not given");

    /** Receive Maximum. */
    public static final Option<Integer> MAX_IN_FLIGHT = Option.integer(
            "bridge-max-in-flight",
            "N",
            256,
            1,
            32_767,
            "messages that the broker may send without an acknowledgement; it is told so as Receive Maximum");

    /** Session expiry. */
    public static final Option<Duration> SESSION_EXPIRY = Option.duration(
            "bridge-session-expiry", "P7D", "how long the broker is asked to keep messages while the bridge is away");

    /** All of them. */
    public static final List<Option<?>> OPTIONS =
            List.of(URL, CLIENT_ID, USER, PASSWORD, CA, MAX_IN_FLIGHT, SESSION_EXPIRY);

    /** Hides the password. */
    @Override
    public String toString() {
        return "BrokerConfig[url=" + url + ", clientId=" + clientId + "]";
    }

    /** Whether it is reached over TLS. */
    public boolean isTls() {
        return url.startsWith("ssl:");
    }

    /**
     * From the settings.
     *
     * @param machine the machine's name
     */
    static BrokerConfig from(Settings settings, String machine) {
        Optional<String> user = settings.optional(USER);
        Optional<String> password = settings.optional(PASSWORD);
        Optional<Path> ca = settings.optional(CA);
        Duration expiry = settings.value(SESSION_EXPIRY);
        if (password.isPresent() && user.isEmpty()) {
            settings.fault(PASSWORD.flag() + " goes with " + USER.flag() + "; give both or neither");
        }
        if (expiry.compareTo(LONGEST_EXPIRY) > 0) {
            settings.fault(SESSION_EXPIRY.flag() + " is longer than MQTT can say; give 49000 days at most");
        }
        int inFlight = settings.value(MAX_IN_FLIGHT);
        String clientId = settings.optional(CLIENT_ID).orElse("kilowatch-bridge-" + machine);
        BrokerConfig config = new BrokerConfig(settings.value(URL), clientId, user, password, ca, inFlight, expiry);
        if (ca.isPresent() && !config.isTls()) {
            settings.fault(CA.flag() + " is for TLS; give a " + URL.flag() + " that begins with mqtts://");
        }
        return config;
    }

    private static String url(String given) {
        URI uri;
        try {
            uri = URI.create(given.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("give mqtt://host:port or mqtts://host:port", e);
        }
        boolean tls = "mqtts".equals(uri.getScheme()) || "ssl".equals(uri.getScheme());
        boolean plain = "mqtt".equals(uri.getScheme()) || "tcp".equals(uri.getScheme());
        boolean more = uri.getUserInfo() != null
                || !(uri.getPath() == null || uri.getPath().isEmpty());
        if (uri.getHost() == null || more || !(tls || plain)) {
            throw new IllegalArgumentException("give mqtt://host:port or mqtts://host:port and nothing more");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? TLS_PORT : PLAIN_PORT;
        return (tls ? "ssl://" : "tcp://") + uri.getHost() + ':' + port;
    }
}
