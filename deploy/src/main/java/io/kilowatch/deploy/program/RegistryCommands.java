package io.kilowatch.deploy.program;

import io.kilowatch.deploy.command.Command;
import io.kilowatch.deploy.command.Operands;
import io.kilowatch.deploy.service.Endpoints;
import io.kilowatch.deploy.service.Line;
import io.kilowatch.deploy.service.Parts;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.registry.desk.Answer;
import io.kilowatch.registry.desk.PasswordDesk;
import io.kilowatch.registry.desk.RegistryConfig;
import io.kilowatch.registry.desk.RegistryDesk;
import io.kilowatch.registry.desk.Showcase;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The commands of the registry. */
final class RegistryCommands {
    private static final Option<String> FORMAT =
            Option.choice("format", List.of("yaml", "json"), "yaml", "how a document is shown");
    private static final Option<Boolean> HISTORY =
            Option.flag("history", "show every revision of the enterprise instead");
    private static final Operands FILES = Operands.many("FILE", "documents in YAML or JSON, or folders that hold them");

    private RegistryCommands() {}

    static Command registry() {
        return Command.group(
                "registry",
                "Check, apply and show who is monitored.",
                Command.of(
                                "check",
                                "Check enterprise documents; nothing else needs to run.",
                                RegistryConfig.CHECKING,
                                RegistryCommands::check)
                        .taking(FILES),
                Command.of(
                                "apply",
                                "Put enterprise documents in force, all of them or none.",
                                reaching(RegistryConfig.APPLYING),
                                (s, files) -> tell(desk(s).apply(paths(files))))
                        .taking(FILES)
                        .saying(
                                "Without --kafka-bootstrap and --database-url it finds what runs on the --data folder."),
                Command.of(
                                "show",
                                "Show the enterprises, or one document.",
                                Line.distinct(reaching(RegistryConfig.SHOWING), List.of(FORMAT, HISTORY)),
                                RegistryCommands::show)
                        .taking(new Operands("CODE", "credit code of an enterprise", 0, 1)),
                Command.of(
                                "delete",
                                "Take an enterprise out of the registry; its history stays.",
                                reaching(RegistryConfig.DELETING),
                                (s, code) -> tell(desk(s).delete(code.get(0))))
                        .taking(Operands.one("CODE", "credit code of an enterprise")),
                Command.of(
                        "hash-password",
                        "Turn a device's password into what its document holds.",
                        List.of(),
                        (s, o) -> tell(PasswordDesk.hash(System.console(), System.in))));
    }

    /** Options, and where a process that runs beside is found. */
    private static List<Option<?>> reaching(List<Option<?>> options) {
        return Line.distinct(List.of(Parts.DATA), options);
    }

    private static int check(Settings settings, List<String> files) {
        BusinessCalendar calendar = RegistryConfig.calendar(settings);
        settings.check();
        return tell(RegistryDesk.check(paths(files), calendar));
    }

    private static int show(Settings settings, List<String> code) {
        RegistryDesk desk = desk(settings);
        if (code.isEmpty()) {
            return tell(desk.show());
        }
        if (settings.value(HISTORY)) {
            return tell(desk.history(code.get(0)));
        }
        boolean json = settings.value(FORMAT).equals("json");
        return tell(desk.show(code.get(0), json ? Showcase.Format.JSON : Showcase.Format.YAML));
    }

    private static RegistryDesk desk(Settings given) {
        Settings settings = Endpoints.found(given, given.value(Parts.DATA));
        RegistryConfig config = RegistryConfig.from(settings);
        settings.check();
        return new RegistryDesk(config, InstantSource.system());
    }

    private static List<Path> paths(List<String> files) {
        return files.stream().map(Path::of).toList();
    }

    private static int tell(Answer answer) {
        answer.lines().forEach(System.out::println);
        return answer.exitCode();
    }
}
