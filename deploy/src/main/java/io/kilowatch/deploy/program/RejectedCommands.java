package io.kilowatch.deploy.program;

import io.kilowatch.aggregator.devices.RejectedFile;
import io.kilowatch.aggregator.devices.RejectedFilter;
import io.kilowatch.aggregator.devices.RejectedRow;
import io.kilowatch.aggregator.devices.StoredRejections;
import io.kilowatch.aggregator.http.DeviceShape;
import io.kilowatch.aggregator.http.RejectedShape;
import io.kilowatch.deploy.command.Command;
import io.kilowatch.deploy.command.Operands;
import io.kilowatch.deploy.service.Endpoints;
import io.kilowatch.deploy.service.Line;
import io.kilowatch.deploy.service.Parts;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.config.ZoneConfig;
import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.database.DatabaseConfig;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.registry.topics.RejectedId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The commands for what was rejected: list, inspect and take in again. */
final class RejectedCommands {
    private static final Option<String> ENTERPRISE =
            Option.text("enterprise", "CODE", "", "those of one enterprise, by its credit code");
    private static final Option<String> DEVICE = Option.text("device", "ID", "", "those of one device");
    private static final Option<String> CODE =
            Option.text("code", "CODE", "", "those with a refusal of this code, such as unknown-meter");
    private static final Option<LocalDate> FROM =
            Option.of("from", "DAY", "", "received on this day or later, such as 2026-11-22", RejectedCommands::day);
    private static final Option<LocalDate> TO =
            Option.of("to", "DAY", "", "received on this day or earlier", RejectedCommands::day);
    private static final Option<String> STATE = Option.choice(
            "state",
            List.of("open", "redriven", "all"),
            "open",
            "open: something is refused still; redriven: nothing is any more");
    private static final Option<Integer> LIMIT =
            Option.integer("limit", "N", 100, 1, 10_000, "how many at most, the newest");
    private static final Option<String> FORMAT =
            Option.choice("format", List.of("table", "json"), "table", "how they are shown");
    private static final Option<String> BY =
            Option.text("by", "NAME", "", "who redrives, kept with the outcome; unset, the system's user name");
    private static final Option<Duration> WAIT =
            Option.duration("wait", "PT30S", "how long to wait for the gateway's outcome");

    private static final List<Option<?>> FILTERS = List.of(ENTERPRISE, DEVICE, CODE, FROM, TO, STATE, LIMIT);

    private RejectedCommands() {}

    static Command rejected() {
        return Command.group(
                "rejected",
                "List and inspect what was refused, and take it in again after the registry was mended.",
                Command.of(
                                "list",
                                "List rejected batches, newest first.",
                                reaching(FILTERS, FORMAT),
                                RejectedCommands::list)
                        .saying(
                                "Without --kafka-bootstrap and --database-url it finds what runs on the --data folder."),
                Command.of(
                                "show",
                                "Show a rejected batch: every refusal, the payload, what was redriven.",
                                reaching(List.of(), FORMAT),
                                RejectedCommands::show)
                        .taking(Operands.one("ID", "the batch's id, such as 3-1204")),
                Command.of(
                                "redrive",
                                "Take the refused readings of batches in again, against the present registry.",
                                reaching(FILTERS, BY, WAIT),
                                RejectedCommands::redrive)
                        .taking(new Operands("ID", "ids of batches; none for all that the filters name", 0, 1_000))
                        .saying(
                                "Only readings that were refused are taken in, with the time at which they were received."
                                        + " Repeating it changes nothing. Exit code 0: everything was accepted; 1: something is"
                                        + " refused still, or no gateway has answered yet."));
    }

    private static List<Option<?>> reaching(List<Option<?>> options, Option<?>... more) {
        return Line.distinct(
                options,
                List.of(more),
                List.of(Parts.DATA),
                DatabaseConfig.OPTIONS,
                List.of(KafkaConfig.BOOTSTRAP),
                ZoneConfig.OPTIONS);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("give a day such as 2026-11-22", e);
        }
    }

    private interface Work {
        int with(StoredRejections rejections) throws Exception;
    }

    private static int reach(Settings given, Function<Settings, Work> work) throws Exception {
        Settings settings = Endpoints.found(given, given.value(Parts.DATA));
        DatabaseConfig store = DatabaseConfig.from(settings);
        KafkaConfig kafka = new KafkaConfig(settings.value(KafkaConfig.BOOTSTRAP), 1, 1);
        Work prepared = work.apply(settings);
        settings.check();
        try (Database database = Database.open(store, "rejected", 1);
                StoredRejections rejections = new StoredRejections(database, kafka, InstantSource.system())) {
            return prepared.with(rejections);
        }
    }

    private static RejectedFilter filter(Settings settings) {
        BusinessCalendar calendar = calendar(settings);
        String state = settings.value(STATE);
        return new RejectedFilter(
                settings.optional(ENTERPRISE).map(List::of),
                settings.optional(DEVICE),
                settings.optional(CODE),
                settings.optional(FROM).map(day -> start(calendar, day)),
                settings.optional(TO).map(day -> start(calendar, day.plusDays(1))),
                state.equals("all") ? Optional.empty() : Optional.of(state.equals("open")));
    }

    private static BusinessCalendar calendar(Settings settings) {
        return new BusinessCalendar(ZoneConfig.from(settings).zone());
    }

    private static Instant start(BusinessCalendar calendar, LocalDate day) {
        return Instant.ofEpochMilli(calendar.start(day));
    }

    private static RejectedShape shape(Settings settings) {
        return new RejectedShape(code -> Optional.empty(), new DeviceShape(calendar(settings)));
    }

    private static int list(Settings given, List<String> none) throws Exception {
        return reach(given, settings -> {
            RejectedFilter filter = filter(settings);
            int limit = settings.value(LIMIT);
            boolean json = settings.value(FORMAT).equals("json");
            RejectedShape shape = shape(settings);
            return rejections -> {
                List<RejectedRow> rows = rejections.page(filter, Optional.empty(), limit);
                if (json) {
                    rows.forEach(row -> System.out.println(shape.item(row)));
                } else {
                    new RejectedListing(calendar(settings)).print(rows, System.out);
                }
                return 0;
            };
        });
    }

    private static int show(Settings given, List<String> id) throws Exception {
        return reach(given, settings -> {
            boolean json = settings.value(FORMAT).equals("json");
            RejectedShape shape = shape(settings);
            return rejections -> {
                RejectedFile file = found(rejections, RejectedId.parse(id.get(0)));
                if (json) {
                    System.out.println(shape.file(file).toPrettyString());
                } else {
                    new RejectedListing(calendar(settings)).print(file, shape.file(file), System.out);
                }
                return 0;
            };
        });
    }

    private static RejectedFile found(StoredRejections rejections, RejectedId id) throws Exception {
        return rejections
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no rejected batch " + id + "; rejected list shows those there are"));
    }

    private static int redrive(Settings given, List<String> words) throws Exception {
        return reach(given, settings -> {
            RejectedFilter filter = filter(settings);
            int limit = settings.value(LIMIT);
            String by = settings.optional(BY).orElseGet(() -> System.getProperty("user.name", "unknown"));
            RedriveWatch watch = new RedriveWatch(settings.value(WAIT), System.out);
            boolean narrow = FILTERS.stream().anyMatch(settings::isGiven);
            if (words.isEmpty() && !narrow) {
                settings.fault("give ids of batches, or a filter such as --enterprise and --code");
            }
            return rejections -> {
                List<RejectedId> ids = new ArrayList<>();
                for (String word : words) {
                    ids.add(found(rejections, RejectedId.parse(word)).row().id());
                }
                if (words.isEmpty()) {
                    rejections.page(filter, Optional.empty(), limit).forEach(row -> ids.add(row.id()));
                }
                return watch.redrive(rejections, ids, by);
            };
        });
    }
}
