package io.kilowatch.deploy.command;

import io.kilowatch.platform.config.Option;
import java.io.PrintWriter;
import java.util.List;

/** The reference page of every command and its options, in Markdown, written from their declarations. */
public final class OptionsPage {
    private static final String HEAD = """
            # Configuration

            Every option can be given on the command line or by its environment variable; the command line goes first.
            A switch is on when it is given, or when its variable is `true`. This page is written by the program:
            `deploy/kilowatch options > docs/configuration.md`.
            """;

    private OptionsPage() {}

    /** The page for these commands, groups opened. */
    public static String of(List<Command> commands) {
        StringBuilder page = new StringBuilder(HEAD);
        commands.forEach(command -> section(page, "kilowatch", command));
        return page.toString();
    }

    /** The command that prints the page. */
    static Command command(List<Command> commands, PrintWriter out) {
        return Command.of(
                "options", "Print the reference page of all options, in Markdown.", List.of(), (settings, none) -> {
                    out.print(of(commands));
                    out.flush();
                    return 0;
                });
    }

    private static void section(StringBuilder page, String parent, Command command) {
        String name = parent + ' ' + command.name();
        if (command.body().isPresent()) {
            page.append("\n## ").append(name).append("\n\n");
            page.append(String.join("\n\n", command.text())).append('\n');
            operands(page, command.operands());
            table(page, command.options());
        }
        command.subcommands().forEach(sub -> section(page, name, sub));
    }

    private static void operands(StringBuilder page, Operands operands) {
        if (operands.most() > 0) {
            page.append("\n`")
                    .append(operands.label())
                    .append("`: ")
                    .append(operands.text())
                    .append('\n');
        }
    }

    private static void table(StringBuilder page, List<Option<?>> options) {
        if (options.isEmpty()) {
            return;
        }
        page.append("\n| option | value | default | environment | meaning |\n|---|---|---|---|---|\n");
        for (Option<?> option : options) {
            String preset = option.secret()
                    ? ""
                    : option.defaultText().map(text -> '`' + text + '`').orElse("");
            String value = option.isFlag() ? "" : option.type();
            page.append("| `%s` | %s | %s | `%s` | %s |\n"
                    .formatted(option.flag(), cell(value), cell(preset), option.variable(), cell(option.text())));
        }
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
