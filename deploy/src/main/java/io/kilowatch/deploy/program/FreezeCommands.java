package io.kilowatch.deploy.program;

import io.kilowatch.aggregator.snapshot.Difference;
import io.kilowatch.aggregator.snapshot.Scope;
import io.kilowatch.aggregator.snapshot.Snapshot;
import io.kilowatch.aggregator.snapshot.SnapshotDesk;
import io.kilowatch.aggregator.snapshot.SnapshotDesk.Freezing;
import io.kilowatch.aggregator.snapshot.SnapshotFile;
import io.kilowatch.deploy.command.Command;
import io.kilowatch.deploy.command.Operands;
import io.kilowatch.deploy.service.Endpoints;
import io.kilowatch.deploy.service.Line;
import io.kilowatch.deploy.service.Parts;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.database.DatabaseConfig;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The commands that freeze the figures of a year, show what was frozen, and say what has changed since. */
final class FreezeCommands {
    private static final Option<Scope> ENTERPRISE =
            Option.of("enterprise", "CODE", "", "freeze the figures of one enterprise only", Scope::enterprise);
    private static final Option<Scope> REGION = Option.of(
            "region",
            "PREFIX",
            "",
            "freeze those of the enterprises whose region begins so, one to six digits",
            Scope::region);
    private static final Option<String> BY =
            Option.text("by", "NAME", "", "who freezes, kept with the snapshot; unset, the system's user name");
    private static final Option<String> NOTE = Option.text("note", "TEXT", "", "what for, kept with the snapshot");
    private static final Option<Path> OUT =
            Option.path("out", "FILE", "", "write the snapshot into a file too, in place of one that is there");
    private static final Operands ID = Operands.one("ID", "the snapshot's number");
    private static final int PAGE = 100;

    private FreezeCommands() {}

    static Command freeze() {
        return Command.of(
                        "freeze",
                        "Freeze the figures of a year and of its months, with a hash; later corrections leave them alone.",
                        reaching(List.of(ENTERPRISE, REGION, BY, NOTE, OUT)),
                        FreezeCommands::freeze)
                .taking(new Operands("YEAR", "the year, such as 2026", 0, 1))
                .saying("Without --database-url it finds what runs on the --data folder.")
                .with(
                        Command.of(
                                "list", "List the snapshots, newest first.", reaching(List.of()), FreezeCommands::list),
                        Command.of(
                                        "show",
                                        "Show a snapshot and check its hash.",
                                        reaching(List.of(OUT)),
                                        FreezeCommands::show)
                                .taking(ID),
                        Command.of(
                                        "diff",
                                        "Name the figures that say something else now than a snapshot does.",
                                        reaching(List.of()),
                                        FreezeCommands::diff)
                                .taking(ID)
                                .saying("Exit code 0: there are none; 1: there are some."));
    }

    private static List<Option<?>> reaching(List<Option<?>> options) {
        return Line.distinct(options, List.of(Parts.DATA), DatabaseConfig.OPTIONS);
    }

    private interface Work {
        int with(SnapshotDesk desk) throws Exception;
    }

    private static int reach(Settings given, Work work) throws Exception {
        Settings settings = Endpoints.found(given, given.value(Parts.DATA));
        DatabaseConfig store = DatabaseConfig.from(settings);
        settings.check();
        try (Database database = Database.open(store, "freeze", 1)) {
            return work.with(new SnapshotDesk(database));
        }
    }

    private static int freeze(Settings settings, List<String> words) throws Exception {
        Optional<Scope> enterprise = settings.optional(ENTERPRISE);
        Optional<Scope> region = settings.optional(REGION);
        if (enterprise.isPresent() && region.isPresent()) {
            settings.fault("--enterprise and --region exclude each other");
        }
        if (words.isEmpty() || !words.get(0).matches("2\\d{3}")) {
            settings.fault("give the year to freeze, such as 2026, or one of list, show and diff");
        }
        settings.check();
        SnapshotDesk.Request request = new SnapshotDesk.Request(
                Integer.parseInt(words.get(0)),
                enterprise.or(() -> region).orElse(Scope.ALL),
                settings.optional(BY).orElseGet(() -> System.getProperty("user.name", "unknown")),
                settings.optional(NOTE).orElse(""));
        return reach(settings, desk -> {
            Freezing freezing = desk.freeze(request, InstantSource.system().instant());
            if (freezing instanceof Freezing.Refused refused) {
                System.out.println("未冻结 / not frozen: " + refused.why().zh() + " / "
                        + refused.why().en());
                return 1;
            }
            Snapshot snapshot = ((Freezing.Frozen) freezing).snapshot();
            System.out.println("已冻结 / frozen: " + line(snapshot));
            write(desk, snapshot, settings.optional(OUT));
            return 0;
        });
    }

    private static void write(SnapshotDesk desk, Snapshot snapshot, Optional<Path> out) throws Exception {
        if (out.isPresent()) {
            SnapshotFile.write(desk, snapshot, out.get());
            System.out.println("已写入 / written: " + out.get().toAbsolutePath());
        }
    }

    private static int list(Settings settings, List<String> none) throws Exception {
        return reach(settings, desk -> {
            long before = Long.MAX_VALUE;
            for (List<Snapshot> page = desk.page(before, PAGE); !page.isEmpty(); page = desk.page(before, PAGE)) {
                page.forEach(snapshot -> System.out.println(line(snapshot)));
                before = page.get(page.size() - 1).id();
            }
            return 0;
        });
    }

    private static int show(Settings settings, List<String> id) throws Exception {
        return reach(settings, desk -> {
            Snapshot snapshot = found(desk, id.get(0));
            System.out.println(line(snapshot));
            System.out.println("标准数据摘要 / digest of the reference data: " + snapshot.reference());
            String found = desk.write(snapshot, OutputStream.nullOutputStream());
            boolean same = found.equals(snapshot.sha256());
            System.out.println(same ? "SHA-256 相符 / the hash agrees" : "SHA-256 不符 / the hash differs: " + found);
            write(desk, snapshot, settings.optional(OUT));
            return same ? 0 : 1;
        });
    }

    private static int diff(Settings settings, List<String> id) throws Exception {
        return reach(settings, desk -> {
            int count = desk.differences(found(desk, id.get(0)), difference -> System.out.println(line(difference)));
            System.out.println("与现值不同的指标 / figures that say something else now: " + count);
            return count == 0 ? 0 : 1;
        });
    }

    private static Snapshot found(SnapshotDesk desk, String id) throws Exception {
        if (!id.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("give the number of a snapshot; freeze list shows them");
        }
        return desk.find(Long.parseLong(id))
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no snapshot " + id + "; freeze list shows those there are"));
    }

    private static String line(Snapshot one) {
        return "%d  %d  %s  %s  %s  sha256:%s  %d 家/enterprises  %d 项/figures  %s"
                .formatted(
                        one.id(),
                        one.year(),
                        one.scope(),
                        one.takenAt(),
                        one.by(),
                        one.sha256(),
                        one.enterprises(),
                        one.figures(),
                        one.note())
                .strip();
    }

    private static String line(Difference one) {
        return one.enterprise() + ' ' + one.figure().indicator() + ' '
                + one.figure().period() + ": " + said(one.then()) + " → " + said(one.now())
                + (one.fields().isEmpty() ? "" : " " + one.fields());
    }

    private static String said(Optional<Difference.Said> said) {
        return said.map(one -> one.value().map(Object::toString).orElse("-")
                        + ' '
                        + one.unit()
                        + one.outcome().map(outcome -> " " + outcome).orElse(""))
                .orElse("无/none");
    }
}
