package io.kilowatch.deploy.program;

import io.kilowatch.aggregator.evidence.Figure;
import io.kilowatch.aggregator.evidence.Rules;
import io.kilowatch.aggregator.evidence.http.Asked;
import io.kilowatch.aggregator.evidence.http.EvidenceConfig;
import io.kilowatch.aggregator.evidence.http.Shelf;
import io.kilowatch.aggregator.evidence.verify.Report;
import io.kilowatch.aggregator.evidence.verify.Verification;
import io.kilowatch.aggregator.snapshot.SnapshotFile;
import io.kilowatch.aggregator.snapshot.SnapshotVerification;
import io.kilowatch.deploy.command.Command;
import io.kilowatch.deploy.command.Operands;
import io.kilowatch.deploy.service.Endpoints;
import io.kilowatch.deploy.service.Line;
import io.kilowatch.deploy.service.Parts;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.database.DatabaseConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The commands that write evidence and verify it. */
final class EvidenceCommands {
    private static final Option<Path> OUT =
            Option.path("out", "FILE", "evidence.zip", "the ZIP file to be written, in place of one that is there");

    private EvidenceCommands() {}

    static Command evidence() {
        return Command.of(
                        "evidence",
                        "Write what a figure was computed from into a ZIP file, straight from the database.",
                        Line.distinct(List.of(OUT, Parts.DATA), EvidenceConfig.RULES, DatabaseConfig.OPTIONS),
                        EvidenceCommands::write)
                .taking(new Operands(
                        "CODE INDICATOR KIND START",
                        "credit code, indicator such as unit-product:clinker, day, month or year, and its first day",
                        4,
                        4))
                .saying("Without --database-url it finds what runs on the --data folder.");
    }

    static Command verify() {
        return Command.of(
                        "verify",
                        "Check evidence or a snapshot without asking anybody: hashes, the meters' sums, the figure.",
                        List.of(),
                        (settings, file) -> tell(verified(Path.of(file.get(0)))))
                .taking(Operands.one("FILE", "a ZIP file of evidence, or a snapshot"))
                .saying("Exit code 0: everything agrees; 1: something differs and is named; 2: the file cannot be read"
                        + " or was tampered with.");
    }

    private static int write(Settings given, List<String> words) throws Exception {
        Settings settings = Endpoints.found(given, given.value(Parts.DATA));
        Path out = settings.value(OUT).toAbsolutePath();
        DatabaseConfig store = DatabaseConfig.from(settings);
        Rules rules = EvidenceConfig.rules(settings);
        settings.check();
        Figure figure = Asked.figure(words.get(0), words.get(1), words.get(2), words.get(3));
        Path part = Files.createTempFile(out.getParent(), "evidence-", ".part");
        try (Database database = Database.open(store, "evidence", 1)) {
            new Shelf(database, rules).pack(figure, part);
            Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        System.out.println("已写入 / written: " + out);
        return 0;
    }

    private static Report verified(Path file) {
        return SnapshotFile.is(file) ? SnapshotVerification.of(file) : Verification.of(file);
    }

    private static int tell(Report report) {
        report.lines().forEach(System.out::println);
        return report.exitCode();
    }
}
