package io.kilowatch.deploy.command;

import io.kilowatch.platform.config.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A subcommand of the program: something to run, or a group of further subcommands, or both.
 *
 * @param name the word that is typed
 * @param text what it does, a paragraph each, the first one sentence
 * @param options what can be set, by flag or environment variable
 * @param operands what may follow without a flag
 * @param body what is run if no subcommand is named; empty for a mere group
 * @param subcommands what a group holds
 */
public record Command(
        String name,
        List<String> text,
        List<Option<?>> options,
        Operands operands,
        Optional<Body> body,
        List<Command> subcommands) {

    /** Copies the lists, and checks that a command has a body or subcommands or both. */
    public Command {
        if (!name.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException("a command's name is lower case, not \"" + name + '"');
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the command " + name + " says nothing about itself");
        }
        if (body.isEmpty() && subcommands.isEmpty()) {
            throw new IllegalArgumentException("the command " + name + " needs a body or subcommands");
        }
        text = List.copyOf(text);
        options = List.copyOf(options);
        subcommands = List.copyOf(subcommands);
        long names = options.stream().map(Option::name).distinct().count();
        if (names != options.size()) {
            throw new IllegalArgumentException("the command " + name + " has two options of one name");
        }
    }

    /** A command that takes options only. */
    public static Command of(String name, String text, List<Option<?>> options, Body body) {
        return new Command(name, List.of(text), options, Operands.NONE, Optional.of(body), List.of());
    }

    /** A group of commands. */
    public static Command group(String name, String text, Command... subcommands) {
        return new Command(name, List.of(text), List.of(), Operands.NONE, Optional.empty(), List.of(subcommands));
    }

    /** The same command with subcommands beside what it does itself. */
    public Command with(Command... others) {
        return new Command(name, text, options, operands, body, List.of(others));
    }

    /** The same command with operands. */
    public Command taking(Operands other) {
        return new Command(name, text, options, other, body, subcommands);
    }

    /** The same command with one more paragraph of help. */
    public Command saying(String paragraph) {
        List<String> more = new ArrayList<>(text);
        more.add(paragraph);
        return new Command(name, more, options, operands, body, subcommands);
    }
}
