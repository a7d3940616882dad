package io.kilowatch.simulators.device;

import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import java.util.List;

/**
 * The gateway's socket.
 *
 * @param tls whether TLS is spoken, trusting what the JDK trusts
 */
public record Gateway(String host, int port, boolean tls) {
    private static final Option<String> HOST =
            Option.text("gateway-host", "HOST", "127.0.0.1", "host of the MQTT gateway that readings are sent to");
    private static final Option<Integer> PORT = Option.port("gateway-port", 1883, "port of that MQTT gateway");
    private static final Option<Boolean> TLS = Option.flag("gateway-tls", "speak TLS to that MQTT gateway");

    /** The options that name a gateway. */
    public static final List<Option<?>> OPTIONS = List.of(HOST, PORT, TLS);

    /** The gateway that the settings name. */
    public static Gateway from(Settings settings) {
        return new Gateway(settings.value(HOST), settings.value(PORT), settings.value(TLS));
    }

    /** What an MQTT client is given. */
    public String uri() {
        return (tls ? "ssl://" : "tcp://") + (host.contains(":") ? '[' + host + ']' : host) + ':' + port;
    }
}
