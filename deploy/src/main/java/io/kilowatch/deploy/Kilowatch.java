package io.kilowatch.deploy;

import io.kilowatch.deploy.command.Command;
import io.kilowatch.deploy.command.Launcher;
import io.kilowatch.deploy.program.Commands;
import io.kilowatch.platform.config.LogConfig;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The program. */
public final class Kilowatch {
    private Kilowatch() {}

    /** Runs the command that the arguments name and ends the JVM with its exit code. */
    public static void main(String[] args) {
        System.setProperty(
                LogConfig.FORMAT.variable(),
                LogConfig.format(List.of(args), System.getenv()).orElse("text"));

        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Launcher(commands(), System.getenv(), out, err).run(args));
    }

    /** Every command of the program. */
    static List<Command> commands() {
        return Commands.all();
    }
}
