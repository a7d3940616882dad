package io.kilowatch.registry.desk;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.config.ZoneConfig;
import io.kilowatch.platform.database.DatabaseConfig;
import io.kilowatch.platform.kafka.KafkaConfig;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where documents are kept and published, and who changes them.
 *
 * @param database where they are kept
 * @param kafka where they are published
 * @param calendar what the documents' local times are of, and changes are shown in
 * @param by who, for the history
 * @param republish whether documents that are in force already are published once more
 */
public record RegistryConfig(
        DatabaseConfig database, KafkaConfig kafka, BusinessCalendar calendar, String by, boolean republish) {
    /** Who changes documents. */
    public static final Option<String> BY =
            Option.text("by", "NAME", "", "who makes the change, kept in the history; unset, the system's user name");

    /** Whether unchanged documents are published too. */
    public static final Option<Boolean> REPUBLISH = Option.flag(
            "republish", "publish documents again that are in force already, as after the loss of a Kafka cluster");

    /** What checking documents heeds. */
    public static final List<Option<?>> CHECKING = ZoneConfig.OPTIONS;

    /** What showing documents heeds. */
    public static final List<Option<?>> SHOWING = joined(ZoneConfig.OPTIONS, DatabaseConfig.OPTIONS);

    /** What taking a document out of force heeds. */
    public static final List<Option<?>> DELETING = joined(List.of(BY), DatabaseConfig.OPTIONS, KafkaConfig.OPTIONS);

    /** What putting documents in force heeds: all of them. */
    public static final List<Option<?>> APPLYING =
            joined(List.of(BY, REPUBLISH), ZoneConfig.OPTIONS, DatabaseConfig.OPTIONS, KafkaConfig.OPTIONS);

    /** What amending a document in force heeds. */
    public static final List<Option<?>> AMENDING =
            joined(List.of(BY), ZoneConfig.OPTIONS, DatabaseConfig.OPTIONS, KafkaConfig.OPTIONS);

    @SafeVarargs
    private static List<Option<?>> joined(List<Option<?>>... lists) {
        return Stream.of(lists).<Option<?>>flatMap(List::stream).toList();
    }

    /** The calendar of the settings. */
    public static BusinessCalendar calendar(Settings settings) {
        return new BusinessCalendar(ZoneConfig.from(settings).zone());
    }

    /** From the settings. */
    public static RegistryConfig from(Settings settings) {
        return new RegistryConfig(
                DatabaseConfig.from(settings),
                KafkaConfig.from(settings),
                calendar(settings),
                settings.optional(BY).orElseGet(() -> System.getProperty("user.name", "unknown")),
                settings.value(REPUBLISH));
    }
}
