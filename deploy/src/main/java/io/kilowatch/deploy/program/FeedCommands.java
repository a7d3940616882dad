package io.kilowatch.deploy.program;

import io.kilowatch.deploy.command.Command;
import io.kilowatch.deploy.runtime.AtExit;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.simulators.load.Load;
import io.kilowatch.simulators.load.LoadConfig;
import io.kilowatch.simulators.load.LoadResult;
import io.kilowatch.simulators.replay.Replay;
import io.kilowatch.simulators.replay.ReplayConfig;
import io.kilowatch.simulators.replay.ReplayReport;
import java.io.IOException;
import java.time.InstantSource;

/** The commands that send readings to a gateway. */
final class FeedCommands {
    private FeedCommands() {}

    static Command replay() {
        return Command.of(
                        "replay",
                        "Send a recorded CSV feed to a gateway, as one device.",
                        ReplayConfig.OPTIONS,
                        (settings, operands) -> runReplay(settings))
                .saying("Interrupted, it goes on where it stopped when it is called again.");
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
        settings.check();
        try (Replay replay = new Replay(config, System.err, System.console() != null, InstantSource.system())) {
            AtExit.close(replay);
            ReplayReport report = replay.run();
            AtExit.forget(replay);
            return report.complete() ? 0 : 1;
        }
    }
}
