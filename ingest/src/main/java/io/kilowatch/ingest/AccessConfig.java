package io.kilowatch.ingest;

import io.kilowatch.ingest.guard.GuardConfig;
import io.kilowatch.ingest.tls.TlsConfig;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How devices reach the gateway and what it protects itself with.
 *
 * @param plain whether MQTT is spoken over plain TCP
 * @param tlsHost the address that MQTT over TLS listens on
 * @param tlsPort its port
 * @param tls the certificates; empty if TLS is not spoken
 * @param guard the limits
 */
public record AccessConfig(boolean plain, String tlsHost, int tlsPort, Optional<TlsConfig> tls, GuardConfig guard) {
    private static final String LOOPBACK = "loopback";
    private static final String ANYWHERE = "anywhere";

    /** Where plain TCP is allowed. */
    public static final Option<String> PLAIN = Option.choice(
            "mqtt-plain",
            List.of(LOOPBACK, ANYWHERE, "off"),
            LOOPBACK,
            "plain TCP on --mqtt-port: only if --mqtt-host is a loopback address; anywhere, where something else"
                    + " protects passwords on their way; or not at all");

    /** Address of TLS. */
    public static final Option<String> TLS_HOST =
            Option.text("mqtt-tls-host", "ADDRESS", "0.0.0.0", "address that MQTT over TLS listens on");

    /** Port of TLS. */
    public static final Option<Integer> TLS_PORT =
            Option.port("mqtt-tls-port", 8883, "port that MQTT over TLS listens on, with --mqtt-tls-certificate");

    /** All of them. */
    public static final List<Option<?>> OPTIONS = Stream.of(
                    List.<Option<?>>of(PLAIN, TLS_HOST, TLS_PORT), TlsConfig.OPTIONS, GuardConfig.OPTIONS)
            .<Option<?>>flatMap(List::stream)
            .toList();

    /**
     * From the settings.
     *
     * @param host the address of plain TCP
     */
    static AccessConfig from(Settings settings, String host) {
        String plain = settings.value(PLAIN);
        Optional<TlsConfig> tls = TlsConfig.from(settings);
        if (plain.equals(LOOPBACK) && !isLoopback(host)) {
            settings.fault("--mqtt-host is " + host + ", where passwords over plain TCP can be read on their way;"
                    + " leave it at 127.0.0.1 and open the TLS port with --mqtt-tls-certificate and --mqtt-tls-key, or"
                    + " say --mqtt-plain=" + ANYWHERE + " if something else protects them");
        }
        if (plain.equals("off") && tls.isEmpty()) {
            settings.fault("--mqtt-plain is off and there is no --mqtt-tls-certificate, so no device could connect");
        }
        return new AccessConfig(
                !plain.equals("off"),
                settings.value(TLS_HOST),
                settings.value(TLS_PORT),
                tls,
                GuardConfig.from(settings));
    }

    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
