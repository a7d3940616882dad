package io.kilowatch.deploy.feed;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.config.ZoneConfig;
import io.kilowatch.platform.kafka.KafkaConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What of the live topic is recorded where.
 *
 * @param enterprises the credit codes wanted; empty for all
 * @param fromBeginning whether everything that the topic still holds is recorded too
 * @param untilCaughtUp whether it ends when all that was there at its start is recorded
 * @param longest how long it goes on; without it until it is closed
 * @param file the feed file
 * @param calendar whose offset times are written with
 * @param kafka where the topic is
 */
public record RecordConfig(
        Set<String> enterprises,
        boolean fromBeginning,
        boolean untilCaughtUp,
        Optional<Duration> longest,
        FeedOutput file,
        BusinessCalendar calendar,
        KafkaConfig kafka) {
    private static final Option<List<String>> ENTERPRISE = Option.list(
            "enterprise", "CODE[,...]", "", "those of some enterprises; all unless given", Function.identity());
    private static final Option<Boolean> FROM_BEGINNING =
            Option.flag("from-beginning", "from the oldest record on that the topic still holds, not from now on");
    private static final Option<Boolean> UNTIL_CAUGHT_UP = Option.flag(
            "until-caught-up", "with --from-beginning: end when all is recorded that was there at the start");
    private static final Option<Duration> FOR =
            Option.duration("for", "", "how long to record; unless given, until Ctrl-C");

    /** All of them. */
    public static final List<Option<?>> OPTIONS = options();

    /** Copies its enterprises. */
    public RecordConfig {
        enterprises = Set.copyOf(enterprises);
    }

    private static List<Option<?>> options() {
        List<Option<?>> options = new ArrayList<>(List.of(ENTERPRISE, FROM_BEGINNING, UNTIL_CAUGHT_UP, FOR));
        options.addAll(FeedOutput.OPTIONS);
        options.add(KafkaConfig.BOOTSTRAP);
        options.addAll(ZoneConfig.OPTIONS);
        return List.copyOf(options);
    }

    /** From the settings. */
    public static RecordConfig from(Settings settings) {
        boolean fromBeginning = settings.value(FROM_BEGINNING);
        boolean untilCaughtUp = settings.value(UNTIL_CAUGHT_UP);
        if (untilCaughtUp && !fromBeginning) {
            settings.fault(
                    "--until-caught-up goes with --from-beginning; without it there is nothing to catch up with");
        }
        return new RecordConfig(
                Set.copyOf(settings.value(ENTERPRISE)),
                fromBeginning,
                untilCaughtUp,
                settings.optional(FOR),
                FeedOutput.from(settings),
                new BusinessCalendar(ZoneConfig.from(settings).zone()),
                new KafkaConfig(settings.value(KafkaConfig.BOOTSTRAP), 1, 1));
    }
}
