package io.kilowatch.deploy.bench;

import io.kilowatch.deploy.bench.gateway.GatewayCommands;
import io.kilowatch.deploy.command.Command;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import java.io.PrintStream;
import java.util.List;

/** The commands that measure this machine: the line and, of it, the ledger, the accounting and the gateway alone. */
public final class BenchCommand {
    private static final Option<Integer> PLANTS =
            Option.integer("plants", "N", 100, 1, 10_000, "plants of one device and fifty meters");
    private static final Option<Integer> BATCHES =
            Option.integer("batches", "N", 200, 4, 100_000, "messages of fifty readings that each plant sends");
    private static final Option<Integer> SINGLES =
            Option.integer("singles", "N", 2_000, 50, 1_000_000, "messages of one reading that each plant sends");

    private BenchCommand() {}

    /** The command, which measures the line unless told otherwise. */
    public static Command command() {
        return line("bench")
                .with(line("line"), ledger(), accounting(), GatewayCommands.gateway(), GatewayCommands.load());
    }

    private static Command line(String name) {
        return Command.of(
                        name,
                        "Measure readings per second from MQTT to committed, next to a bare COPY in the same run.",
                        BenchRun.options(List.of(PLANTS, BATCHES, SINGLES)),
                        (settings, operands) -> runLine(settings, System.out))
                .saying(BenchRun.SAYING);
    }

    private static Command ledger() {
        return Command.of(
                        "ledger",
                        "Measure the ledger alone: readings per second from Kafka to committed, in order, sent again"
                                + " and late, next to a bare COPY in the same run; and memory per meter.",
                        BenchRun.options(LedgerSizes.OPTIONS),
                        (settings, operands) -> runLedger(settings, System.out))
                .saying(BenchRun.SAYING);
    }

    private static Command accounting() {
        return Command.of(
                        "accounting",
                        "Measure how long verdicts take: from a reading in Kafka to the verdict in Kafka with a year of"
                                + " sums below it, and for a whole year after a changed document.",
                        BenchRun.options(AccountingSizes.OPTIONS),
                        (settings, operands) -> runAccounting(settings, System.out))
                .saying(BenchRun.SAYING);
    }

    private static int runLine(Settings settings, PrintStream out) throws Exception {
        int plants = settings.value(PLANTS);
        int batches = settings.value(BATCHES);
        int singles = settings.value(SINGLES);
        return BenchRun.run(
                settings,
                out,
                (host, parts, folder) -> new LineBench(host, parts, folder, out).run(plants, batches, singles));
    }

    private static int runLedger(Settings settings, PrintStream out) throws Exception {
        LedgerSizes sizes = LedgerSizes.from(settings);
        return BenchRun.run(
                settings, out, (host, parts, folder) -> new LedgerBench(host, parts, folder, sizes, out).run());
    }

    private static int runAccounting(Settings settings, PrintStream out) throws Exception {
        AccountingSizes sizes = AccountingSizes.from(settings);
        return BenchRun.run(
                settings, out, (host, parts, folder) -> new AccountingBench(host, parts, folder, sizes, out).run());
    }
}
