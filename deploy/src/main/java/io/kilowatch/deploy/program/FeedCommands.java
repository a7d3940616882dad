package io.kilowatch.deploy.program;

import io.kilowatch.deploy.command.Command;
import io.kilowatch.deploy.feed.GatewayExaminer;
import io.kilowatch.deploy.runtime.AtExit;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.registry.desk.DocumentFiles;
import io.kilowatch.simulators.load.Load;
import io.kilowatch.simulators.load.LoadConfig;
import io.kilowatch.simulators.load.LoadResult;
import io.kilowatch.simulators.replay.DryRun;
import io.kilowatch.simulators.replay.Examiner;
import io.kilowatch.simulators.replay.Replay;
import io.kilowatch.simulators.replay.ReplayConfig;
import io.kilowatch.simulators.replay.ReplayReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The commands that send readings to a gateway. */
final class FeedCommands {
    private static final Option<Boolean> DRY_RUN =
            Option.flag("dry-run", "send nothing; tell what the feed holds and what the gateway would refuse of it");
    private static final Option<List<Path>> REGISTRY = Option.list(
            "registry",
            "FILE|FOLDER[,...]",
            "",
            "with --dry-run: the registry documents that readings are examined against",
            Path::of);

    private FeedCommands() {}

    static Command replay() {
        return Command.of(
                        "replay",
                        "Send a recorded feed to a gateway: CSV, JSON Lines or XLSX files, as one device or many.",
                        Stream.of(ReplayConfig.OPTIONS, List.<Option<?>>of(DRY_RUN, REGISTRY))
                                .<Option<?>>flatMap(List::stream)
                                .toList(),
                        (settings, operands) -> runReplay(settings))
                .saying("Interrupted, it goes on where it stopped when it is called again.")
                .saying("With --dry-run the exit code is 0 if everything can be read and nothing would be refused.");
    }

    static Command load() {
        return Command.of(
                        "load",
                        "Load a gateway with many devices that publish as fast as they are let, or at a given rate.",
                        LoadConfig.OPTIONS,
                        (settings, operands) -> runLoad(settings))
                .saying("With --documents it writes the registry documents of the devices, to be applied first.")
                .saying(
                        "With --rate the time of each message runs from when it was due, so that a gateway that stops is"
                                + " charged with all that it delays; without it each device keeps --load-window messages in"
                                + " flight.");
    }

    private static int runLoad(Settings settings) throws InterruptedException, IOException {
        LoadConfig config = LoadConfig.from(settings);
        settings.check();
        try (Load load = new Load(config, System.out)) {
            AtExit.close(load);
            boolean clean = load.run().stream().allMatch(LoadResult::isClean);
            AtExit.forget(load);
            return clean ? 0 : 1;
        }
    }

    private static int runReplay(Settings settings) throws InterruptedException {
        ReplayConfig config = ReplayConfig.from(settings);
        List<Path> registry = settings.value(REGISTRY);
        if (!registry.isEmpty() && !settings.value(DRY_RUN)) {
            settings.fault(REGISTRY.flag() + " is for " + DRY_RUN.flag() + ": give both or none");
        }
        settings.check();
        if (settings.value(DRY_RUN)) {
            return rehearse(config, registry) ? 0 : 1;
        }
        try (Replay replay = new Replay(config, System.err, System.console() != null, InstantSource.system())) {
            AtExit.close(replay);
            ReplayReport report = replay.run();
            AtExit.forget(replay);
            return report.complete() ? 0 : 1;
        }
    }

    private static boolean rehearse(ReplayConfig config, List<Path> registry) {
        Optional<Examiner> examiner = registry.isEmpty()
                ? Optional.empty()
                : Optional.of(new GatewayExaminer(
                        DocumentFiles.read(registry, BusinessCalendar.CHINA), InstantSource.system()));
        return new DryRun(config, examiner, System.out, InstantSource.system()).run();
    }
}
