package io.kilowatch.platform.http;

import io.kilowatch.platform.config.LogConfig;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import java.util.List;

/**
 * Where HTTP is served.
 *
 * @param host the address of the API and the web page
 * @param port their port
 * @param managementHost the address of health and metrics
 * @param managementPort their port
 */
public record HttpConfig(String host, int port, String managementHost, int managementPort) {
    /** Address of the API and the page. */
    public static final Option<String> HOST = Option.text(
            "http-host", "ADDRESS", "127.0.0.1", "address of the API and the web page; there is no sign-in yet");

    /** Port of the API and the page. */
    public static final Option<Integer> PORT = Option.port("http-port", 8080, "port of the API and the web page");

    /** Address of health and metrics. */
    public static final Option<String> MANAGEMENT_HOST =
            Option.text("management-host", "ADDRESS", "127.0.0.1", "address of health and metrics");

    /** Port of health and metrics. */
    public static final Option<Integer> MANAGEMENT_PORT =
            Option.port("management-port", 8081, "port of health and metrics");

    /** Those of the API and the page. */
    public static final List<Option<?>> OPTIONS = List.of(HOST, PORT);

    /** Those of health, metrics and the log. */
    public static final List<Option<?>> MANAGEMENT_OPTIONS =
            List.of(MANAGEMENT_HOST, MANAGEMENT_PORT, LogConfig.FORMAT);

    /** From the settings. */
    public static HttpConfig from(Settings settings) {
        settings.value(LogConfig.FORMAT); // read already; only checked here
        return new HttpConfig(
                settings.value(HOST),
                settings.value(PORT),
                settings.value(MANAGEMENT_HOST),
                settings.value(MANAGEMENT_PORT));
    }
}
