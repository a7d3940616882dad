package io.kilowatch.platform.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options as given: the command line before the environment before the default.
 *
 * <p>Reading a value that is missing or not allowed notes a fault and gives a stand-in, so that one pass over a
 * configuration finds every fault; {@link #check()} then throws them together.
 */
public final class Settings {
    private final Map<String, String> commandLine;
    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();

    /**
     * Settings from two sources.
     *
     * @param commandLine option name to text, only those given
     * @param environment the process environment
     */
    public Settings(Map<String, String> commandLine, Map<String, String> environment) {
        this.commandLine = Map.copyOf(commandLine);
        this.environment = Map.copyOf(environment);
    }

    /**
     * The value of an option that must be set or has a default; never call it for one that may stay unset.
     *
     * @throws InvalidSettings if it has no default and no value that is allowed; such options are read last, so that
     *     the faults of the others are known by then
     */
    public <T> T value(Option<T> option) {
        int faultsBefore = faults.size();
        Optional<T> found = optional(option);
        if (found.isPresent()) {
            return found.get();
        }
        if (faults.size() == faultsBefore) {
            fault(option.flag() + " is missing; give it, or set " + option.variable() + " (" + option.text() + ")");
        }
        throw new InvalidSettings(faults);
    }

    /** The value of an option, or its default, or nothing where neither is set. */
    public <T> Optional<T> optional(Option<T> option) {
        String given = commandLine.get(option.name());
        String from = option.flag();
        if (given == null) {
            given = environment.get(option.variable());
            from = option.variable();
        }
        if (given == null || (given.isEmpty() && !option.isFlag())) {
            return option.defaultText().map(option.parser());
        }
        try {
            return Optional.of(option.parser().apply(given));
        } catch (IllegalArgumentException e) {
            fault(
                    option.secret()
                            ? from + " has a value that is not allowed"
                            : from + " is \"" + given + "\": " + e.getMessage());
            return option.defaultText().map(option.parser());
        }
    }

    /** Whether an option is given on the command line or in the environment. */
    public boolean isGiven(Option<?> option) {
        return commandLine.containsKey(option.name())
                || !environment.getOrDefault(option.variable(), "").isEmpty();
    }

    /** The same settings with some options, by name, given otherwise. */
    public Settings with(Map<String, String> others) {
        Map<String, String> more = new HashMap<>(commandLine);
        more.putAll(others);
        return new Settings(more, environment);
    }

    /** Notes a fault that a single option's parser could not see. */
    public void fault(String sentence) {
        if (!faults.contains(sentence)) {
            faults.add(sentence);
        }
    }

    /** Throws {@link InvalidSettings} with every fault noted, if there is one. */
    public void check() {
        if (!faults.isEmpty()) {
            throw new InvalidSettings(faults);
        }
    }
}
