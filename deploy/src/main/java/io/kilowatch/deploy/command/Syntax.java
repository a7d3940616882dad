package io.kilowatch.deploy.command;

import io.kilowatch.platform.config.Option;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What picocli needs to know of a command to parse it and to print its help. */
final class Syntax {
    private Syntax() {}

    static void describe(Command command, CommandSpec spec) {
        spec.name(command.name()).mixinStandardHelpOptions(true);
        List<String> paragraphs = new ArrayList<>();
        command.text().forEach(paragraph -> {
            paragraphs.add(escaped(paragraph));
            paragraphs.add("");
        });
        spec.usageMessage()
                .header(paragraphs.get(0))
                .description(paragraphs.subList(1, paragraphs.size()).toArray(String[]::new))
                .sortOptions(false)
                .synopsisSubcommandLabel("COMMAND")
                .abbreviateSynopsis(true);
        command.options().forEach(option -> spec.addOption(option(option)));
        if (command.operands().most() > 0) {
            positionals(command.operands()).forEach(spec::addPositional);
        }
    }

    private static OptionSpec option(Option<?> option) {
        OptionSpec.Builder builder = OptionSpec.builder(option.flag()).description(help(option));
        if (option.isFlag()) {
            return builder.type(boolean.class).arity("0").build();
        }
        return builder.type(String.class).arity("1").paramLabel(option.type()).build();
    }

    private static String[] help(Option<?> option) {
        String preset = option.defaultText().isEmpty() || option.secret()
                ? ""
                : "Default: " + option.defaultText().get() + ". ";
        return new String[] {escaped(option.text()), escaped(preset + "Environment: " + option.variable() + ".")};
    }

    /** A label of several words names one operand with each of them. */
    private static List<PositionalParamSpec> positionals(Operands operands) {
        String[] labels = operands.label().split(" ");
        if (labels.length == 1) {
            return List.of(positional(operands));
        }
        List<PositionalParamSpec> positionals = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            positionals.add(PositionalParamSpec.builder()
                    .index(Integer.toString(i))
                    .arity("1")
                    .required(true)
                    .type(String.class)
                    .paramLabel(labels[i])
                    .description(i == 0 ? escaped(operands.text()) : "")
                    .build());
        }
        return positionals;
    }

    private static PositionalParamSpec positional(Operands operands) {
        String most = operands.most() == Integer.MAX_VALUE ? "*" : Integer.toString(operands.most());
        return PositionalParamSpec.builder()
                .index("0.." + (operands.most() == Integer.MAX_VALUE ? "*" : Integer.toString(operands.most() - 1)))
                .arity(operands.least() + ".." + most)
                .required(operands.least() > 0)
                .type(String[].class)
                .paramLabel(operands.label())
                .description(escaped(operands.text()))
                .build();
    }

    /** Help texts are formats to picocli. */
    private static String escaped(String text) {
        return text.replace("%", "%%");
    }
}
