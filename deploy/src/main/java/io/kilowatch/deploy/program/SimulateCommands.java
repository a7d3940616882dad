package io.kilowatch.deploy.program;

import io.kilowatch.deploy.command.Command;
import io.kilowatch.deploy.command.Operands;
import io.kilowatch.deploy.runtime.AtExit;
import io.kilowatch.deploy.service.Endpoints;
import io.kilowatch.deploy.service.Line;
import io.kilowatch.deploy.service.Parts;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.registry.desk.Answer;
import io.kilowatch.registry.desk.RegistryConfig;
import io.kilowatch.registry.desk.RegistryDesk;
import io.kilowatch.simulators.check.Check;
import io.kilowatch.simulators.check.CheckConfig;
import io.kilowatch.simulators.check.Findings;
import io.kilowatch.simulators.check.Report;
import io.kilowatch.simulators.course.Play;
import io.kilowatch.simulators.run.Simulate;
import io.kilowatch.simulators.run.SimulateConfig;
import io.kilowatch.simulators.scenario.ReadyScenarios;
import io.kilowatch.simulators.scenario.Scenario;
import io.kilowatch.simulators.truth.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** The commands that play scenarios and compare what comes of them with what is true. */
final class SimulateCommands {
    private static final Option<Boolean> REGISTER = Option.flag(
            "register",
            "put the registry documents in force first, as \"registry apply\" does beside a running \"all\"");
    private static final Option<Path> OUT = Option.path("out", "FOLDER", "registry", "folder for the documents");
    private static final Option<Path> TRUTH =
            Option.path("truth", "FILE", "", "the file; SCENARIO.truth.jsonl in the data folder unless given");
    private static final Operands SCENARIO = Operands.one("SCENARIO", "a ready scenario, or a file in YAML");

    private SimulateCommands() {}

    static Command simulate() {
        return Command.of(
                        "simulate",
                        "Feed a gateway with a simulated province, or play a scenario to it.",
                        SimulateConfig.OPTIONS,
                        (settings, operands) -> feed(settings))
                .saying("Without a subcommand it feeds the small province for ever, as the demo does; with --documents"
                        + " it writes the registry documents to be applied first.")
                .with(
                        Command.of("list", "List the ready scenarios.", List.of(), (s, o) -> list()),
                        Command.of(
                                        "run",
                                        "Play a scenario to a gateway and write down what is true in it.",
                                        Line.distinct(
                                                SimulateConfig.RUN_OPTIONS, List.of(REGISTER), RegistryConfig.APPLYING),
                                        SimulateCommands::run)
                                .taking(SCENARIO)
                                .saying("Ctrl-C stops it cleanly; --resume goes on where it stopped."),
                        Command.of(
                                        "documents",
                                        "Write the registry documents of a scenario, so that it can start from nothing.",
                                        Line.distinct(List.of(OUT), SimulateConfig.PLAY_OPTIONS),
                                        SimulateCommands::documents)
                                .taking(SCENARIO),
                        Command.of(
                                        "truth",
                                        "Write what is true in a scenario without playing it.",
                                        Line.distinct(List.of(TRUTH), SimulateConfig.PLAY_OPTIONS),
                                        SimulateCommands::truth)
                                .taking(SCENARIO),
                        Command.of(
                                        "check",
                                        "Compare figures and alerts of the services with what is true in a scenario.",
                                        CheckConfig.OPTIONS,
                                        SimulateCommands::check)
                                .taking(Operands.one("SCENARIO", "its name, or its file in YAML"))
                                .saying(
                                        "Exit code 0: every figure is exact, every alert of a rule that exists is there,"
                                                + " and none besides; 1: something differs and is named."));
    }

    private static int feed(Settings settings) throws InterruptedException {
        SimulateConfig config = SimulateConfig.from(settings);
        settings.check();
        Simulate simulate = new Simulate(config, InstantSource.system());
        AtExit.close(simulate);
        simulate.start();
        new CountDownLatch(1).await();
        return 0;
    }

    private static int list() {
        for (String name : ReadyScenarios.NAMES) {
            Scenario scenario = ReadyScenarios.find(name);
            System.out.println(String.format(
                    Locale.ROOT,
                    "%-20s %s / %s",
                    name,
                    scenario.title().zh(),
                    scenario.title().en()));
        }
        return 0;
    }

    private static int run(Settings given, List<String> names) throws InterruptedException, IOException {
        Settings settings = given.value(REGISTER) ? Endpoints.found(given, given.value(Parts.DATA)) : given;
        SimulateConfig config = SimulateConfig.run(settings, ReadyScenarios.find(names.get(0)));
        RegistryConfig registry = RegistryConfig.from(settings);
        settings.check();
        Simulate simulate = new Simulate(config, InstantSource.system());
        if (settings.value(REGISTER)) {
            register(
                    simulate,
                    registry,
                    config.data().resolve("registry-" + config.scenario().name()));
        }
        AtExit.close(simulate);
        simulate.start();
        CompletableFuture<Optional<Path>> truth = CompletableFuture.supplyAsync(simulate::writeTruth);
        boolean done = simulate.follow(System.err, System.console() != null);
        AtExit.forget(simulate);
        simulate.close();
        if (done) {
            truth.join().ifPresent(file -> System.err.println("已写入 / written: " + file));
        }
        return done ? 0 : 1;
    }

    private static void register(Simulate simulate, RegistryConfig registry, Path folder) throws IOException {
        Files.createDirectories(folder);
        Simulate.write(simulate.documents(), folder);
        Answer answer = new RegistryDesk(registry, InstantSource.system()).apply(List.of(folder));
        if (answer.exitCode() != Answer.FINE) {
            answer.lines().forEach(System.err::println);
            throw new IllegalStateException("the scenario's documents were refused");
        }
    }

    private static int documents(Settings settings, List<String> names) {
        SimulateConfig config = SimulateConfig.played(settings, ReadyScenarios.find(names.get(0)));
        Path folder = settings.value(OUT);
        settings.check();
        Simulate.write(Simulate.play(config, InstantSource.system()).documents(), folder);
        System.out.println("已写入 / written: " + folder);
        return 0;
    }

    private static int truth(Settings settings, List<String> names) {
        SimulateConfig config = SimulateConfig.played(settings, ReadyScenarios.find(names.get(0)));
        Path file = settings.optional(TRUTH)
                .orElseGet(() ->
                        SimulateConfig.truth(config.data(), config.scenario().name()));
        settings.check();
        Play play = Simulate.play(config, InstantSource.system());
        if (play.days().isEmpty()) {
            throw new IllegalStateException("the scenario has no end; give --days");
        }
        new Truth(play).write(file);
        System.out.println("已写入 / written: " + file);
        return 0;
    }

    private static int check(Settings settings, List<String> names) throws InterruptedException {
        CheckConfig config =
                CheckConfig.from(settings, ReadyScenarios.find(names.get(0)).name());
        settings.check();
        Findings findings = new Check(config, InstantSource.system()).run();
        Report report = new Report(findings);
        if (config.json()) {
            System.out.println(report.json());
        } else {
            report.lines().forEach(System.out::println);
        }
        return findings.fine() ? 0 : 1;
    }
}
