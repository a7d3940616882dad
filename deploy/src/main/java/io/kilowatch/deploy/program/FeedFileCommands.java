package io.kilowatch.deploy.program;

import io.kilowatch.deploy.command.Command;
import io.kilowatch.deploy.feed.ExportConfig;
import io.kilowatch.deploy.feed.FeedExport;
import io.kilowatch.deploy.feed.FeedRecording;
import io.kilowatch.deploy.feed.RecordConfig;
import io.kilowatch.deploy.runtime.AtExit;
import io.kilowatch.deploy.service.Endpoints;
import io.kilowatch.deploy.service.Line;
import io.kilowatch.deploy.service.Parts;
import io.kilowatch.platform.config.Settings;
import java.time.InstantSource;
import java.util.List;

/** The commands that write feed files. */
final class FeedFileCommands {
    private FeedFileCommands() {}

    static Command feed() {
        return Command.group(
                "feed",
                "Write readings into a feed file, to be replayed or read by other programs.",
                Command.of(
                                "export",
                                "Write the stored readings of an enterprise into a feed file, in order of time.",
                                Line.distinct(ExportConfig.OPTIONS, List.of(Parts.DATA)),
                                (settings, none) -> export(settings))
                        .saying(
                                "Those that count, without those replaced; each under the device that reads its meter now.")
                        .saying("Without --database-url it finds what runs on the --data folder."),
                Command.of(
                                "record",
                                "Record the readings that are being accepted into a feed file, in the order of acceptance.",
                                Line.distinct(RecordConfig.OPTIONS, List.of(Parts.DATA)),
                                (settings, none) -> record(settings))
                        .saying("Ctrl-C ends it, and the file is complete.")
                        .saying("Without --kafka-bootstrap it finds what runs on the --data folder."));
    }

    private static int export(Settings given) throws Exception {
        Settings settings = Endpoints.found(given, given.value(Parts.DATA));
        ExportConfig config = ExportConfig.from(settings);
        settings.check();
        new FeedExport(config, System.err, System.console() != null, InstantSource.system()).run();
        return 0;
    }

    private static int record(Settings given) throws Exception {
        Settings settings = Endpoints.found(given, given.value(Parts.DATA));
        RecordConfig config = RecordConfig.from(settings);
        settings.check();
        FeedRecording recording =
                new FeedRecording(config, System.err, System.console() != null, InstantSource.system());
        AtExit.close(recording);
        try {
            recording.run();
        } finally {
            AtExit.forget(recording);
        }
        return 0;
    }
}
