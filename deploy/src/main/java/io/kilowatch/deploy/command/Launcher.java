package io.kilowatch.deploy.command;

import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Runs the command that a command line names.
 *
 * <p>Exit codes: what the command returns; 1 for a fault while it ran; 2 for a command line or settings that cannot be
 * started with.
 */
public final class Launcher {
    private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);

    private final CommandLine commandLine;
    private final Map<String, String> environment;

    /**
     * A launcher of the commands and of {@code options}, which prints the reference page of all of them.
     *
     * @param commands the subcommands of the program
     * @param environment where options are read from that the command line does not give
     */
    public Launcher(List<Command> commands, Map<String, String> environment, PrintWriter out, PrintWriter err) {
        this.environment = Map.copyOf(environment);
        List<Command> all = new ArrayList<>(commands);
        all.add(OptionsPage.command(commands, out));
        CommandSpec root = CommandSpec.create().name("kilowatch").mixinStandardHelpOptions(true);
        root.version("kilowatch " + version());
        root.usageMessage()
                .description("Online energy monitoring of key energy users.", "")
                .synopsisSubcommandLabel("COMMAND");
        all.forEach(command -> root.addSubcommand(command.name(), new CommandLine(spec(command))));
        this.commandLine = new CommandLine(root)
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setUsageHelpLongOptionsMaxWidth(40)
                .setExecutionExceptionHandler((fault, spec, result) -> tell(fault, spec));
    }

    /** Runs the command line to the end and returns the exit code. */
    public int run(String... words) {
        return commandLine.execute(words);
    }

    private static String version() {
        String version = Launcher.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }

    private CommandSpec spec(Command command) {
        CommandSpec[] self = new CommandSpec[1];
        Callable<Integer> call = () -> call(command, self[0].commandLine().getParseResult());
        CommandSpec spec = command.body().isPresent() ? CommandSpec.wrapWithoutInspection(call) : CommandSpec.create();
        self[0] = spec;
        Syntax.describe(command, spec);
        command.subcommands().forEach(sub -> spec.addSubcommand(sub.name(), new CommandLine(spec(sub))));
        return spec;
    }

    private int call(Command command, ParseResult parsed) throws Exception {
        Map<String, String> given = new HashMap<>();
        for (Option<?> option : command.options()) {
            if (parsed.hasMatchedOption(option.flag())) {
                Object value = parsed.matchedOptionValue(option.flag(), "");
                given.put(option.name(), value.toString());
            }
        }
        List<String> operands = parsed.matchedPositionals().stream()
                .flatMap(positional -> positional.stringValues().stream())
                .toList();
        return command.body().orElseThrow().run(new Settings(given, environment), operands);
    }

    private static int tell(Exception fault, CommandLine failed) {
        PrintWriter err = failed.getErr();
        String name = failed.getCommandSpec().qualifiedName();
        if (fault instanceof InvalidSettings invalid) {
            err.println(name + " cannot start:");
            invalid.faults().forEach(line -> err.println("  - " + line));
            err.println("All options: " + name + " --help");
            return 2;
        }
        String message = fault.getMessage();
        err.println(name + ": " + (message == null || message.isBlank() ? fault.toString() : message));
        LOG.debug("the command failed [command: {}]", name, fault);
        return 1;
    }
}
