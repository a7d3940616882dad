package io.kilowatch.platform.config;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/**
 * The time zone that days are counted and times are written in.
 *
 * @param zone such as Asia/Shanghai
 */
public record ZoneConfig(ZoneId zone) {
    /** The time zone; all services and the registry's commands must be given the same. */
    public static final Option<ZoneId> TIME_ZONE =
            Option.of("time-zone", "ZONE", "Asia/Shanghai", "time zone of the business calendar", ZoneConfig::parsed);

    /** All of them. */
    public static final List<Option<?>> OPTIONS = List.of(TIME_ZONE);

    /** From the settings. */
    public static ZoneConfig from(Settings settings) {
        return new ZoneConfig(settings.value(TIME_ZONE));
    }

    private static ZoneId parsed(String text) {
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("give a zone such as Asia/Shanghai", e);
        }
    }
}
