package io.kilowatch.platform.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the log is written. It is read before anything else is, because what writes the log starts first. */
public final class LogConfig {
    /** The form of a line. */
    public static final Option<String> FORMAT = Option.choice(
            "log-format",
            List.of("text", "json"),
            "text",
            "how a line of the log is written: for people, or as a JSON object for machines");

    /** All of them. */
    public static final List<Option<?>> OPTIONS = List.of(FORMAT);

    private LogConfig() {}

    /** The form that a command line or the environment names; empty if neither does, or what it names is no form. */
    public static Optional<String> format(List<String> words, Map<String, String> environment) {
        String flag = FORMAT.flag();
        Optional<String> given = Optional.ofNullable(environment.get(FORMAT.variable()));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith(flag + "=")) {
                given = Optional.of(word.substring(flag.length() + 1));
            } else if (word.equals(flag) && i + 1 < words.size()) {
                given = Optional.of(words.get(i + 1));
            }
        }
        return given.filter(form -> form.equals("text") || form.equals("json"));
    }
}
