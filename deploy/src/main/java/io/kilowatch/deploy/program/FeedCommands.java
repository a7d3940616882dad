package io.kilowatch.deploy.program;

import io.kilowatch.deploy.command.Command;
import io.kilowatch.deploy.runtime.AtExit;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.simulators.replay.Replay;
import io.kilowatch.simulators.replay.ReplayConfig;
import io.kilowatch.simulators.replay.ReplayReport;
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
