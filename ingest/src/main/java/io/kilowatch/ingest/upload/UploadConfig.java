package io.kilowatch.ingest.upload;

import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * How the national upload interface is served.
 *
 * @param open whether it is
 * @param host the address that it listens on
 * @param port its port
 * @param slotsFrom when the first device uploads, after midnight
 * @param slotsFor over how long the devices are spread
 * @param patience how long an upload may wait to be stored
 */
public record UploadConfig(
        boolean open, String host, int port, Duration slotsFrom, Duration slotsFor, Duration patience) {
    /** Whether it is served. */
    public static final Option<Boolean> OPEN = Option.flag(
            "upload",
            "serve the national upload interface (register, versionCheck, uploadEnergyData); over HTTPS with"
                    + " --mqtt-tls-certificate, else on loopback only");

    /** Address. */
    public static final Option<String> HOST =
            Option.text("upload-host", "ADDRESS", "127.0.0.1", "address that the upload interface listens on");

    /** Port. */
    public static final Option<Integer> PORT =
            Option.port("upload-port", 8443, "port that the upload interface listens on");

    /** First slot. */
    public static final Option<Duration> SLOTS_FROM =
            Option.duration("upload-slots-from", "PT30M", "how long after midnight the first device is told to upload");

    /** Spread. */
    public static final Option<Duration> SLOTS_FOR = Option.duration(
            "upload-slots-for", "PT5H", "over how long the devices' daily uploads are spread, to spread the load");

    /** Patience. */
    public static final Option<Duration> PATIENCE = Option.duration(
            "upload-patience", "PT30S", "how long an upload may wait to be stored before it is answered with 503");

    /** All of them. */
    public static final List<Option<?>> OPTIONS = List.of(OPEN, HOST, PORT, SLOTS_FROM, SLOTS_FOR, PATIENCE);

    /**
     * From the settings.
     *
     * @param secured whether there is a certificate
     * @param loopback whether an address is one of loopback
     */
    public static UploadConfig from(Settings settings, boolean secured, Predicate<String> loopback) {
        UploadConfig config = new UploadConfig(
                settings.value(OPEN),
                settings.value(HOST),
                settings.value(PORT),
                settings.value(SLOTS_FROM),
                settings.value(SLOTS_FOR),
                settings.value(PATIENCE));
        if (config.open && !secured && !loopback.test(config.host)) {
            settings.fault("--upload-host is " + config.host
                    + ", where passwords over plain HTTP can be read on their way; give --mqtt-tls-certificate and"
                    + " --mqtt-tls-key, or leave it at 127.0.0.1");
        }
        return config;
    }
}
